/* Makes the guide, /docs/guide/: each document of the repository as a page, and an index to search them. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { layout } from './layout.mjs';
import { escape, render } from './markdown.mjs';
import { sources } from './sources.mjs';

const DECISIONS = 'decisions/index.html';

function rendered(source, pathOf) {
  if (source.source.endsWith('.md')) {
    return render(source, pathOf);
  }
  const title = source.source === 'NOTICE' ? 'Notice' : `Notice: ${source.source.split('/')[0]}`;
  return {
    title,
    html: `<h1 id="notice">${title}</h1>\n<pre tabindex="0">${escape(source.text)}</pre>\n`,
    sections: [{ name: '', heading: title, depth: 1, text: source.text }],
  };
}

function listOfDecisions(pages) {
  const entries = pages
    .filter(({ source }) => source.startsWith('docs/decisions/'))
    .map(({ path, title }) => `<li><a href="${path.slice('decisions/'.length)}">${escape(title)}</a></li>`);
  return {
    source: 'docs/decisions',
    path: DECISIONS,
    group: 'The project',
    title: 'Decisions',
    html: `<h1 id="decisions">Decisions</h1>\n<p>One page each: context, options, choice, consequences.</p>\n<ul>\n${entries.join('\n')}\n</ul>\n`,
    sections: [{ name: '', heading: 'Decisions', depth: 1, text: '' }],
  };
}

function searchable(pages) {
  return pages.flatMap(({ path, title, sections }) =>
    sections
      .filter(({ heading, text }) => heading !== '' || text.trim() !== '')
      .map(({ name, heading, text }) => ({
        to: name === '' ? path : `${path}#${name}`,
        page: title,
        heading,
        text: text.replace(/\s+/g, ' ').trim(),
      })),
  );
}

/** All pages, by their paths below the guide. */
export function guide(repository) {
  const all = sources(repository);
  const paths = new Map(all.map(({ source, path }) => [source, path]));
  paths.set('docs/decisions', DECISIONS);
  const pathOf = (source) => paths.get(source);
  const pages = all.map((source) => ({ ...source, ...rendered(source, pathOf) }));
  return [...pages, listOfDecisions(pages)];
}

/** Writes pages, pictures and the index of words. */
export function writeGuide(repository, folder) {
  const pages = guide(repository);
  for (const page of pages) {
    const file = join(folder, page.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, layout(pages, page));
  }
  cpSync(join(repository, 'docs/img'), join(folder, 'img'), { recursive: true });
  writeFileSync(join(folder, 'search.json'), JSON.stringify(searchable(pages)));
}
