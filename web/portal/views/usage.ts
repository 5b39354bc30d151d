/** What a tenant has used: the base of its bill. */
import { step } from '../api.js';
import { chart } from '../chart.js';
import { dayOf, MOST_DAYS, objection, type Period, periodOf, usualPeriods } from '../days.js';
import { h } from '../dom.js';
import { field, form, input, select } from '../form.js';
import { countText, plural } from '../numbers.js';
import { addressOf, queryText } from '../routes.js';
import type { Scene } from '../scene.js';
import { type Column, table } from '../table.js';
import { type Bar, bars, type Counts, counts, matching, names, sums, total } from '../usage-bars.js';
import { card, day } from '../words.js';
import type { Keys, UsageRow } from '../wire.js';

export async function usage(scene: Scene): Promise<Node[]> {
  const { tenant, query } = scene.route;
  const period = periodOf(query, dayOf(new Date()));
  const filter = { key: query['key'] ?? '', operation: query['operation'] ?? '' };
  const place = `tenants/${step(tenant)}`;
  const [{ rows }, { keys }] = await Promise.all([
    scene.api.get<{ rows: UsageRow[] }>(`${place}/usage?${queryText({ ...period })}`, scene.signal),
    scene.api.get<Keys>(`${place}/keys`, scene.signal),
  ]);
  const keyName = (id: string): string => keys.find((key) => key.id === id)?.name ?? id;
  const chosen = matching(rows, filter);
  const csv = scene.api.address(`${place}/usage.csv?${queryText({ ...period })}`);
  return [
    choice(scene, period, rows, keyName),
    picture(chosen, period),
    byName('By operation', 'Operation', chosen, (row) => row.operation),
    byName('By key', 'Key', chosen, (row) => keyName(row.key)),
    card('For your bill', h('p', {}, h('a', { href: csv, download: true, id: 'csv' }, 'Download as CSV')), csvHelp()),
  ];
}

function csvHelp(): Node {
  const content = 'All keys and operations of this period: a line for each day, key, operation and outcome.';
  return h('p', { class: 'help' }, content);
}

function choice(scene: Scene, period: Period, rows: readonly UsageRow[], keyName: (id: string) => string): Node {
  const { tenant, query } = scene.route;
  const from = input('usage-from', { type: 'date', required: true, value: period.from });
  const to = input('usage-to', { type: 'date', required: true, value: period.to });
  const key = select('usage-key', options(names(rows, (row) => row.key), keyName), query['key'] ?? '');
  const operations = names(rows, (row) => row.operation);
  const operation = select('usage-operation', options(operations), query['operation'] ?? '');
  const check = (): void => to.setCustomValidity(objection({ from: from.value, to: to.value }));
  [from, to].forEach((each) => each.addEventListener('input', check));
  const made = form({
    id: 'usage-filter',
    fields: [
      h(
        'div',
        { class: 'fields' },
        field('First day', from),
        field('Last day', to),
        field('Key', key),
        field('Operation', operation),
      ),
    ],
    submit: 'Show',
    act: () => {
      const wanted = { from: from.value, to: to.value, key: key.value, operation: operation.value };
      scene.go(addressOf('usage', tenant, wanted));
    },
  });
  made.classList.add('filter');
  const usual = usualPeriods(dayOf(new Date())).map(({ name, period: each }) =>
    h('li', {}, h('a', { href: addressOf('usage', tenant, { ...query, ...each }) }, name)),
  );
  return h('section', { class: 'card', 'aria-label': 'Which requests' }, made, h('ul', { class: 'chips' }, ...usual));
}

function options(
  values: readonly string[],
  textOf: (value: string) => string = (value) => value,
): { value: string; text: string }[] {
  return [{ value: '', text: 'All' }, ...values.map((value) => ({ value, text: textOf(value) }))];
}

function picture(rows: readonly UsageRow[], period: Period): Node {
  const all = counts(rows);
  const list = bars(rows, period);
  const unit = list.some(({ from, to }) => from !== to) ? 'Week' : 'Day';
  const parts = `${countText(all.ok)} answered, ${countText(all.refused)} refused, ${countText(all.failed)} failed`;
  const sum = `${plural(total(all), 'request')}: ${parts}.`;
  const busy = list.filter((each) => total(each) > 0);
  return card(
    `Requests by ${unit.toLowerCase()}`,
    h('p', { id: 'usage-sum' }, sum),
    chart(list, sum),
    h(
      'details',
      {},
      h('summary', {}, 'The same as a table'),
      table([{ head: unit, cell: span }, ...countColumns<Bar>((each) => each)], busy, {
        caption: `Requests by ${unit.toLowerCase()}`,
        empty: `There were no requests. Choose other days; at most ${MOST_DAYS} can be shown.`,
        isCompact: true,
      }),
    ),
  );
}

function span({ from, to }: Bar): Node {
  return from === to ? day(from) : h('span', {}, day(from), ' – ', day(to));
}

function byName(title: string, head: string, rows: readonly UsageRow[], nameOf: (row: UsageRow) => string): Node {
  const columns: Column<{ name: string; counts: Counts }>[] = [
    { head, cell: ({ name }) => name },
    ...countColumns<{ counts: Counts }>((each) => each.counts),
  ];
  return card(title, table(columns, sums(rows, nameOf), { caption: title, empty: 'There were no requests.' }));
}

function countColumns<T>(countsOf: (row: T) => Counts): Column<T>[] {
  return [
    { head: 'All', isNumber: true, cell: (row) => countText(total(countsOf(row))) },
    { head: 'Answered', isNumber: true, cell: (row) => countText(countsOf(row).ok) },
    { head: 'Refused', isNumber: true, cell: (row) => countText(countsOf(row).refused) },
    { head: 'Failed', isNumber: true, cell: (row) => countText(countsOf(row).failed) },
  ];
}
