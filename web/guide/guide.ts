/* Searching the guide, and tab stops only where there is something to scroll. Without this script all can be read. */
import { look, type Place } from './look.js';

const MOST = 20;

const holder = document.getElementById('search');
if (holder !== null) {
  addSearch(holder, new URL(holder.dataset['index'] ?? 'search.json', location.href));
}
stopWhereItScrolls();
addEventListener('resize', stopWhereItScrolls);

/** A tab stop is needed to scroll by keyboard (WCAG 2.2, 2.1.1), and in the way where nothing scrolls. */
function stopWhereItScrolls(): void {
  for (const each of document.querySelectorAll<HTMLElement>('pre, .scroll')) {
    if (each.scrollWidth > each.clientWidth) {
      each.tabIndex = 0;
    } else {
      each.removeAttribute('tabindex');
    }
  }
}

function addSearch(place: HTMLElement, index: URL): void {
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = 'Search';
  input.setAttribute('aria-label', 'Search the guide');
  input.setAttribute('aria-controls', 'found');
  const said = document.createElement('p');
  said.className = 'said';
  said.setAttribute('role', 'status');
  const found = document.createElement('ul');
  found.id = 'found';
  const results = document.createElement('div');
  results.className = 'results';
  results.hidden = true;
  results.append(said, found);
  place.append(input, results);

  let places: Promise<Place[]> | undefined;
  const search = async (): Promise<void> => {
    const words = input.value;
    places ??= load(index);
    try {
      const all = look(await places, words);
      if (words === input.value) {
        show(all, words, { results, said, found }, index);
      }
    } catch {
      places = undefined;
      results.hidden = false;
      said.textContent = 'The index could not be read. Try again when the server answers.';
    }
  };
  input.addEventListener('input', () => void search());
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      results.hidden = true;
      input.focus();
    }
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
}

async function load(index: URL): Promise<Place[]> {
  const answer = await fetch(index);
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return (await answer.json()) as Place[];
}

interface Shown {
  readonly results: HTMLElement;
  readonly said: HTMLElement;
  readonly found: HTMLElement;
}

function show(all: readonly Place[], words: string, { results, said, found }: Shown, index: URL): void {
  results.hidden = words.trim() === '';
  const more = all.length > MOST ? `, the first ${MOST} are shown` : '';
  said.textContent = all.length === 0 ? 'Nothing found. Try another word.' : `${all.length} found${more}`;
  found.replaceChildren(
    ...all.slice(0, MOST).map(({ to, page, heading }) => {
      const link = document.createElement('a');
      link.href = new URL(to, index).href;
      link.textContent = heading === '' || heading === page ? page : `${page}: ${heading}`;
      link.addEventListener('click', () => (results.hidden = true));
      const entry = document.createElement('li');
      entry.append(link);
      return entry;
    }),
  );
}
