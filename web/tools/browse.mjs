/*
 * Drives a real Chromium for tests in other languages: reads one JSON object from the standard input, writes one to the
 * standard output. Input: {executable, url, webcam?, width?, height?, colorScheme?, isMobile?, steps: [...]}. A step has
 * one member: {wait: expression}, {click: selector}, {check: selector}, {fill: [selector, text]}, {attach: [selector,
 * file]}, {press: key}, {visit: url}, {follow: hash}, {view: [width, height, 'light' or 'dark']}, {evaluate: expression},
 * {screenshot: file}, {axe: true}: a value too, the findings of axe-core on the page as it stands ([{id, impact, help,
 * nodes}], none where it is accessible). Output: {values: of the evaluations, console: lines, failure?: what went wrong at
 * which step}.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';

const STEP_MILLIS = 90_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** By asking again and again: Playwright's own way needs `eval`, which pages rightly forbid. */
async function waitUntil(page, expression) {
  const end = Date.now() + STEP_MILLIS;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) {
      throw new Error(`not within ${STEP_MILLIS} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What keeps people from using the page as it stands. */
async function inspect(page) {
  const { violations } = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}

/** Another window and another taste, and the page as it is when it has followed. */
async function view(page, width, height, colorScheme) {
  // why without movements: colours that are just changing are nobody's
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** What the page does at once when it hears of another hash is done afterwards. */
function follow(page, hash) {
  return page.evaluate(
    `new Promise((done) => {
      addEventListener('hashchange', () => done(), { once: true });
      location.hash = ${JSON.stringify(hash)};
    })`,
  );
}

/**
 * Notes what goes wrong on a page. Requests that end because the page is left are none of it: pictures further down are
 * fetched when they come near, also after the page has loaded.
 *
 * @returns a function to call when the page is about to be left
 */
function listen(page, lines) {
  const open = new Set();
  const left = new WeakSet();
  let leaving = false;
  page.on('console', (line) => lines.push(`${line.type()} ${line.text()}`));
  page.on('pageerror', (error) => lines.push(`error ${error.message}`));
  page.on('request', (request) => {
    open.add(request);
    if (leaving && !request.isNavigationRequest()) {
      left.add(request);
    }
  });
  page.on('framenavigated', (frame) => {
    leaving &&= frame !== page.mainFrame();
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText;
    open.delete(request);
    if (error !== 'net::ERR_ABORTED' || !left.has(request)) {
      lines.push(`failed ${request.url()} ${error}`);
    }
  });
  return () => {
    leaving = true;
    open.forEach((request) => left.add(request));
  };
}

async function perform(page, step, values, leave) {
  const [[name, value]] = Object.entries(step);
  switch (name) {
    case 'wait':
      return waitUntil(page, value);
    case 'click':
      return page.click(value);
    case 'check':
      return page.check(value);
    case 'fill':
      return page.fill(...value);
    case 'attach':
      return page.setInputFiles(...value);
    case 'press':
      return page.keyboard.press(value);
    case 'visit':
      leave();
      return page.goto(value);
    case 'follow':
      return follow(page, value);
    case 'view':
      return view(page, ...value);
    case 'evaluate':
      values.push(await page.evaluate(value));
      return undefined;
    case 'axe':
      values.push(await inspect(page));
      return undefined;
    case 'screenshot':
      return page.screenshot({ path: value });
    default:
      throw new Error(`no such step: ${name}`);
  }
}

async function drive(task) {
  const profile = mkdtempSync(join(tmpdir(), 'selfsame-browser-'));
  const webcam = task.webcam === undefined ? [] : [`--use-file-for-fake-video-capture=${task.webcam}`];
  const result = { values: [], console: [] };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: task.executable,
    headless: true,
    args: [...FLAGS, ...webcam],
    viewport: { width: task.width ?? 1_280, height: task.height ?? 800 },
    colorScheme: task.colorScheme ?? 'light',
    hasTouch: task.isMobile === true,
    reducedMotion: task.reducedMotion ?? null,
    deviceScaleFactor: task.isMobile === true ? 2 : 1,
  });
  try {
    if (task.steps.some((step) => 'axe' in step)) {
      // why so early: later the page's policy would keep it out
      await context.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    }
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(STEP_MILLIS);
    const leave = listen(page, result.console);
    let index = -1;
    try {
      await page.goto(task.url);
      for (const step of task.steps) {
        index++;
        await perform(page, step, result.values, leave);
      }
    } catch (error) {
      result.failure = `step ${index} ${JSON.stringify(task.steps[index] ?? 'goto')}: ${error.message}`;
    }
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return result;
}

process.stdout.write(JSON.stringify(await drive(JSON.parse(await text(process.stdin)))));
