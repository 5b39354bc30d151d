/** The portal as it is served, and rules for its sources that keep foreign texts from becoming markup. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'acorn';

const SERVED = join(process.env['SELFSAME_WEB'] as string, 'portal');
const FORBIDDEN = new RegExp(
  [
    'innerHTML|outerHTML|insertAdjacentHTML|setHTML|srcdoc|DOMParser|createContextualFragment|document\\.write',
    '\\beval\\s*\\(|new Function|set(?:Timeout|Interval)\\(\\s*[\'"`]',
    '\\.style\\b|[\'"]style[\'"]',
  ].join('|'),
);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory()
      ? each.name === 'test'
        ? []
        : sources(join(folder, each.name))
      : each.name.endsWith('.ts')
        ? [join(folder, each.name)]
        : [],
  );
}

function index(): string {
  return readFileSync(join(SERVED, 'index.html'), 'utf8');
}

/** What the page loads. */
function loaded(): string[] {
  return [...index().matchAll(/<(?:script|link|img)\b[^>]*?\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] as string);
}

test('no source makes markup, styles or code of texts', () => {
  const all = sources('portal');
  assert.ok(all.length > 20);
  for (const file of all) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), FORBIDDEN, file);
  }
});

test('the rule finds what it is to find', () => {
  for (const bad of ['x.innerHTML = y', 'eval (x)', "h('p', { 'style': x })", 'x.style.color', "setTimeout('x')"]) {
    assert.match(bad, FORBIDDEN);
  }
});

test('the page holds no script and no style of its own, as its policy forbids them', () => {
  assert.doesNotMatch(index(), /<style|\sstyle=|\son[a-z]+=|javascript:|data:/i);
  for (const [, attributes = '', content = ''] of index().matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)) {
    assert.match(attributes, /\ssrc="/);
    assert.equal(content, '');
  }
});

test('all that the page loads is there, below it, under a name that changes with its content', () => {
  const assets = loaded();
  assert.ok(assets.length >= 4);
  for (const name of assets) {
    assert.match(name, /^\.\/assets\/[a-z]+-[A-Za-z0-9_-]{8}\.(?:js|css|svg)$/);
    assert.ok(existsSync(join(SERVED, name)), name);
  }
  const served = readdirSync(join(SERVED, 'assets')).map((name) => `./assets/${name}`);
  assert.deepEqual(served.sort(), [...new Set(assets)].sort());
});

test('browsers of 2022 can read the script, and it reaches for no other host', () => {
  const name = loaded().find((each) => each.endsWith('.js')) as string;
  const script = readFileSync(join(SERVED, name), 'utf8');
  parse(script, { ecmaVersion: 2022, sourceType: 'module' });
  const hosts = script.match(/(?:https?|wss?):\/\/[a-z0-9.]+/g) ?? [];
  assert.deepEqual(hosts.filter((host) => host !== 'http://www.w3.org'), []);
});

test('styles load nothing from anywhere', () => {
  for (const name of loaded().filter((each) => each.endsWith('.css'))) {
    assert.doesNotMatch(readFileSync(join(SERVED, name), 'utf8'), /url\(|@import|https?:/);
  }
});
