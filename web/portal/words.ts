/** Small pieces that several views show. */
import { h } from './dom.js';
import { dayText, exactTimeText, timeText } from './numbers.js';

/** A time to the minute; to the second in its tooltip. */
export function time(text: string | null | undefined, none = 'never'): Node | string {
  return text === null || text === undefined
    ? none
    : h('time', { datetime: text, title: `${exactTimeText(text)} UTC` }, timeText(text));
}

/** The day of a day or time; a time is its tooltip. */
export function day(text: string): HTMLTimeElement {
  const title = text.length > 10 && `${exactTimeText(text)} UTC`;
  return h('time', { datetime: text, title }, dayText(text));
}

export function code(text: string): HTMLElement {
  return h('code', {}, text);
}

/** What may be broken anywhere, as it would push all else away. */
export function longCode(text: string): HTMLElement {
  return h('code', { class: 'long' }, text);
}

export type BadgeKind = 'good' | 'bad' | 'warn' | 'plain';

export function badge(kind: BadgeKind, text: string): HTMLSpanElement {
  return h('span', { class: `badge ${kind}` }, text);
}

export function card(title: string, ...content: readonly (Node | string | false)[]): HTMLElement {
  return h('section', { class: 'card' }, h('h2', {}, title), ...content);
}

/** A row of things above a list. */
export function bar(...content: readonly (Node | false)[]): HTMLDivElement {
  return h('div', { class: 'bar' }, ...content);
}

export function lead(text: string): HTMLParagraphElement {
  return h('p', { class: 'lead' }, text);
}
