/* Markdown as it is written here (GitHub's) to HTML that needs no inline style or script. */
import { posix } from 'node:path';
import { Marked } from 'marked';

export function escape(text) {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}

/** Text of inline tokens without their marks. */
function plain(tokens) {
  return tokens.map((token) => (token.tokens ? plain(token.tokens) : (token.text ?? token.raw))).join('');
}

/** Names of headings as GitHub gives them, so that links work in both places. */
function namer() {
  const given = new Map();
  return (text) => {
    const name = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .replace(/ /g, '-');
    const before = given.get(name) ?? 0;
    given.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  };
}

/**
 * Renders one document.
 *
 * @param source its path in the repository
 * @param pathOf from a path in the repository to that of its page, undefined where it has none
 * @param path of its own page
 * @returns {title, html, sections: [{name, heading, depth, text}]}, the first one named '' for what precedes all headings
 */
export function render({ source, path, text }, pathOf) {
  const nameOf = namer();
  const sections = [{ name: '', heading: '', depth: 1, text: '' }];
  const relative = (target) => posix.relative(posix.dirname(path), target);

  const link = (href, content) => {
    if (/^[a-z]+:/.test(href)) {
      return `<a href="${escape(href)}" rel="noreferrer">${content}</a>`;
    }
    const [file, anchor] = href.split('#');
    const hash = anchor === undefined ? '' : `#${anchor}`;
    if (file === '') {
      return `<a href="${escape(hash)}">${content}</a>`;
    }
    const target = posix.normalize(posix.join(posix.dirname(source), file)).replace(/\/$/, '');
    const page = pathOf(target);
    return page === undefined
      ? `<span class="file" title="${escape(target)}, in the source tree">${content}</span>`
      : `<a href="${escape(relative(page) + hash)}">${content}</a>`;
  };

  const note = (token) => {
    if (['text', 'codespan', 'code'].includes(token.type) && token.tokens === undefined) {
      sections.at(-1).text += ` ${token.text}`;
    }
  };

  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }) {
        const words = plain(tokens);
        const name = nameOf(words);
        const content = this.parser.parseInline(tokens);
        // why at the end: whoever listens to the page hears the heading first
        const sign = depth === 1 ? '' : ` <a class="anchor" href="#${escape(name)}" aria-label="Link to: ${escape(words)}">#</a>`;
        return `<h${depth} id="${escape(name)}">${content}${sign}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return link(href, this.parser.parseInline(tokens));
      },
      image({ href, text: words }) {
        const target = posix.normalize(posix.join(posix.dirname(source), href)).replace(/^docs\//, '');
        return `<a class="picture" href="${escape(relative(target))}"><img src="${escape(relative(target))}" alt="${escape(words)}" loading="lazy"></a>`;
      },
      code({ text: words }) {
        return `<pre tabindex="0"><code>${escape(words)}\n</code></pre>\n`;
      },
      table({ header, rows }) {
        const cell = (tag, { tokens, align }) =>
          `<${tag}${align ? ` class="${align}"` : ''}>${this.parser.parseInline(tokens)}</${tag}>`;
        const isNamed = header.some(({ text: words }) => words !== '');
        const head = isNamed
          ? `<thead><tr>${header.map((each) => cell(each.text === '' ? 'td' : 'th', each)).join('')}</tr></thead>`
          : '';
        const body = rows.map((row) => `<tr>${row.map((each) => cell('td', each)).join('')}</tr>`).join('\n');
        return `<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>${head}<tbody>\n${body}\n</tbody></table></div>\n`;
      },
      // why: a document says nothing in HTML; what looks so is shown as it stands
      html({ text: words }) {
        return words.startsWith('<!--') ? '' : escape(words);
      },
    },
  });

  const tokens = marked.lexer(text);
  const names = namer();
  for (const token of tokens) {
    if (token.type === 'heading') {
      const heading = plain(token.tokens);
      sections.push({ name: names(heading), heading, depth: token.depth, text: '' });
    } else {
      marked.walkTokens([token], note);
    }
  }
  const title = sections.find(({ depth, heading }) => depth === 1 && heading !== '')?.heading ?? posix.basename(source);
  return { title, html: marked.parser(tokens), sections };
}
