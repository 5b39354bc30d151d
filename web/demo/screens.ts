/** The three screens of the page, one of which is shown. */

export type ScreenName = 'setup' | 'capture' | 'result';

/** An element of the page; the page and this script belong together, so it is there. */
export function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`the page has no element '${id}'`);
  }
  return found as T;
}

/** Shows a screen and moves the focus to its heading, which tells screen readers where they are. */
export function showScreen(name: ScreenName): void {
  for (const each of ['setup', 'capture', 'result']) {
    element(each).hidden = each !== name;
  }
  document.body.dataset['screen'] = name;
  element(`${name}-title`).focus();
  scrollTo(0, 0);
}

/** Shows a text in an element that is hidden where there is none. */
export function note(id: string, text: string): void {
  const target = element(id);
  target.textContent = text;
  target.hidden = text === '';
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export function listFacts(facts: readonly Fact[]): void {
  const list = element('facts');
  list.textContent = '';
  for (const { name, value } of facts) {
    const term = document.createElement('dt');
    const description = document.createElement('dd');
    term.textContent = name;
    description.textContent = value;
    list.append(term, description);
  }
}
