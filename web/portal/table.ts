/** Tables that become cards on a phone, or scroll in a box of their own. */
import { type Child, h } from './dom.js';

export interface Column<T> {
  readonly head: string;
  readonly isNumber?: boolean;
  cell(row: T): Child | readonly Child[];
}

export interface TableOptions {
  /** For screen readers; the heading above says it to others. */
  readonly caption: string;
  /** What is said where there are no rows. */
  readonly empty: string;
  /** Columns of short numbers fit side by side on a phone too. */
  readonly isCompact?: boolean;
}

/** The first column names its row. Roles are spelled out, as a table that is drawn as cards would lose them. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[], options: TableOptions): HTMLElement {
  if (rows.length === 0) {
    return h('p', { class: 'empty' }, options.empty);
  }
  const heads = columns.map(({ head, isNumber }) =>
    h('th', { scope: 'col', role: 'columnheader', class: isNumber === true && 'number' }, head),
  );
  const made = h(
    'table',
    { role: 'table', class: options.isCompact === true ? 'compact' : 'cards' },
    h('caption', { class: 'unseen' }, options.caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)),
    h('tbody', { role: 'rowgroup' }, ...rows.map((row) => line(columns, row))),
  );
  // why focusable: else nobody could scroll it by keyboard
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': options.caption }, made);
}

function line<T>(columns: readonly Column<T>[], row: T): HTMLTableRowElement {
  const cells = columns.map(({ head, isNumber, cell }, i) => {
    const content = cell(row);
    const children = Array.isArray(content) ? (content as readonly Child[]) : [content as Child];
    const attributes = { 'data-head': head, class: isNumber === true && 'number' };
    return i === 0
      ? h('th', { scope: 'row', role: 'rowheader', ...attributes }, ...children)
      : h('td', { role: 'cell', ...attributes }, h('span', { class: 'value' }, ...children));
  });
  return h('tr', { role: 'row' }, ...cells);
}
