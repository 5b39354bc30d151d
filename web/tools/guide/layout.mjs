/* A page of the guide around what a document says. */
import { posix } from 'node:path';
import { escape } from './markdown.mjs';

function navigation(pages, page, up) {
  const entry = ({ path, title }) =>
    `<li><a href="${up}${path}"${path === page.path ? ' aria-current="page"' : ''}>${escape(title)}</a></li>`;
  const groups = [...new Set(pages.map(({ group }) => group))].filter((group) => group !== '');
  return groups
    .map((group) => {
      const entries = pages.filter((each) => each.group === group).map(entry);
      return `<h2>${escape(group)}</h2>\n<ul>\n${entries.join('\n')}\n</ul>`;
    })
    .join('\n');
}

function onThisPage(sections) {
  const entries = sections.filter(({ depth, heading }) => depth === 2 && heading !== '');
  return entries.length < 3
    ? ''
    : `<details class="contents"><summary>On this page</summary>\n<ul>\n${entries
        .map(({ name, heading }) => `<li><a href="#${escape(name)}">${escape(heading)}</a></li>`)
        .join('\n')}\n</ul></details>\n`;
}

function turn(pages, page, up) {
  const order = pages.filter(({ group }) => group !== '');
  const at = order.indexOf(page);
  if (at < 0) {
    return '';
  }
  const link = (to, word) =>
    to === undefined ? '' : `<a href="${up}${to.path}"><small>${word}</small> ${escape(to.title)}</a>`;
  return `<nav class="turn" aria-label="Before and after">${link(order[at - 1], 'Before')}${link(order[at + 1], 'Next')}</nav>\n`;
}

/** The whole page; `pages` have {path, group, title}, `page` {html, sections} besides. */
export function layout(pages, page) {
  const up = posix.relative(posix.dirname(page.path), '.');
  const root = up === '' ? '' : `${up}/`;
  const contents = onThisPage(page.sections);
  // why after the title: whoever reads from the top wants to know first where they are
  const [first, ...rest] = page.html.split('</h1>\n');
  const html = rest.length === 0 ? contents + first : `${first}</h1>\n${contents}${rest.join('</h1>\n')}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>${escape(page.title)} – Selfsame</title>
    <link rel="icon" href="${root}icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${root}guide.css">
    <script type="module" src="${root}guide.js"></script>
  </head>
  <body>
    <a class="skip" href="#text">Skip to the text</a>
    <header class="top">
      <a class="home" href="${root}index.html"><img src="${root}icon.svg" alt="" width="28" height="28"> Selfsame <span>Guide</span></a>
      <div id="search" data-index="${root}search.json"></div>
      <nav aria-label="Elsewhere">
        <a class="narrow" href="#documents">Documents</a>
        <a href="${root}../">API reference</a>
        <a href="${root}../../portal/">Portal</a>
      </nav>
    </header>
    <div class="frame">
      <nav id="documents" class="documents" aria-label="Documents">
${navigation(pages, page, root)}
      </nav>
      <main id="text" tabindex="-1">
        <article>
${html}
        </article>
${turn(pages, page, root)}
      </main>
    </div>
  </body>
</html>
`;
}
