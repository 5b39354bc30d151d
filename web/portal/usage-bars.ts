/** Rows of counted requests become bars of a chart and lines of tables. */
import { days, length, mondayOf, type Period, plusDays } from './days.js';
import type { UsageRow } from './wire.js';

/** Numbers of requests by how they were answered. */
export interface Counts {
  readonly ok: number;
  readonly refused: number;
  readonly failed: number;
}

/** A day, or a week of a long period. */
export interface Bar extends Counts, Period {}

export interface UsageFilter {
  /** The id of a key; empty for all. */
  readonly key: string;
  readonly operation: string;
}

/** More bars than these would be too thin on a phone. */
const MOST_BARS = 62;

export function matching(rows: readonly UsageRow[], { key, operation }: UsageFilter): UsageRow[] {
  return rows.filter(
    (row) => (key === '' || row.key === key) && (operation === '' || row.operation === operation),
  );
}

/** One bar a day, also for days without requests; one a week where there are too many days. */
export function bars(rows: readonly UsageRow[], period: Period): Bar[] {
  const spans = length(period) <= MOST_BARS ? days(period).map((day) => ({ from: day, to: day })) : weeks(period);
  const isWeekly = length(period) > MOST_BARS;
  const byStart = groupBy(rows, (row) => startOf(row.day, period, isWeekly));
  return spans.map((span) => ({ ...span, ...counts(byStart.get(span.from) ?? []) }));
}

/** Sums by a name, the greatest first. */
export function sums(
  rows: readonly UsageRow[],
  nameOf: (row: UsageRow) => string,
): { readonly name: string; readonly counts: Counts }[] {
  return [...groupBy(rows, nameOf)]
    .map(([name, group]) => ({ name, counts: counts(group) }))
    .sort((a, b) => total(b.counts) - total(a.counts) || (a.name < b.name ? -1 : 1));
}

export function counts(rows: readonly UsageRow[]): Counts {
  const of = (wanted: (outcome: string) => boolean): number =>
    rows.reduce((sum, row) => sum + (wanted(row.outcome) ? row.requests : 0), 0);
  // why so: an outcome of a later version is not hidden
  return {
    ok: of((outcome) => outcome === 'ok'),
    refused: of((outcome) => outcome === 'refused'),
    failed: of((outcome) => outcome !== 'ok' && outcome !== 'refused'),
  };
}

export function total({ ok, refused, failed }: Counts): number {
  return ok + refused + failed;
}

/** Names of a column, in order. */
export function names(rows: readonly UsageRow[], nameOf: (row: UsageRow) => string): string[] {
  return [...new Set(rows.map(nameOf))].sort();
}

/** Marks of an axis from 0 to at least the greatest value: whole numbers, 1, 2 or 5 times a power of ten apart. */
export function marks(greatest: number): number[] {
  const rough = Math.max(1, greatest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough);
  const last = Math.max(1, Math.ceil(greatest / step));
  return Array.from({ length: last + 1 }, (_, i) => i * step);
}

function weeks({ from, to }: Period): Period[] {
  const found: Period[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = plusDays(monday, 7)) {
    const sunday = plusDays(monday, 6);
    found.push({ from: monday < from ? from : monday, to: sunday > to ? to : sunday });
  }
  return found;
}

function startOf(day: string, period: Period, isWeekly: boolean): string {
  const start = isWeekly ? mondayOf(day) : day;
  return start < period.from && day >= period.from ? period.from : start;
}

function groupBy(rows: readonly UsageRow[], nameOf: (row: UsageRow) => string): Map<string, UsageRow[]> {
  const groups = new Map<string, UsageRow[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) {
      groups.set(name, [row]);
    } else {
      group.push(row);
    }
  }
  return groups;
}
