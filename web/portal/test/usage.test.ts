/** Days, and counted requests that become bars. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, days, isDay, length, mondayOf, objection, periodOf, plusDays, usualPeriods } from '../days.js';
import { bars, counts, marks, matching, names, sums, total } from '../usage-bars.js';
import type { UsageRow } from '../wire.js';

function row(day: string, requests: number, rest: Partial<UsageRow> = {}): UsageRow {
  return { day, requests, key: 'k1', operation: 'bioservices.match', outcome: 'ok', ...rest };
}

test('days are counted over months, leap days and the end of summer time', () => {
  assert.equal(plusDays('2028-02-28', 1), '2028-02-29');
  assert.equal(plusDays('2026-12-31', 1), '2027-01-01');
  assert.equal(length({ from: '2026-10-24', to: '2026-10-26' }), 3);
  assert.deepEqual(days({ from: '2026-02-27', to: '2026-03-01' }), ['2026-02-27', '2026-02-28', '2026-03-01']);
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(mondayOf('2026-11-16'), '2026-11-16');
  assert.equal(dayOf(new Date('2026-11-22T23:59:59Z')), '2026-11-22');
});

test('only days that exist are days', () => {
  for (const wrong of ['', '2026-02-30', '2026-13-01', '22.11.2026', '2026-11-22T00:00', '0000-00-00']) {
    assert.equal(isDay(wrong), false, wrong);
  }
  assert.equal(isDay('2026-11-22'), true);
});

test('usual periods end today or with the last month', () => {
  const found = Object.fromEntries(usualPeriods('2026-03-05').map(({ name, period }) => [name, period]));
  assert.deepEqual(found['Last 7 days'], { from: '2026-02-27', to: '2026-03-05' });
  assert.deepEqual(found['This month'], { from: '2026-03-01', to: '2026-03-05' });
  assert.deepEqual(found['Last month'], { from: '2026-02-01', to: '2026-02-28' });
  assert.ok(Object.values(found).every((period) => objection(period) === ''));
});

test('a period that cannot be says why, and the last 30 days stand in for it', () => {
  assert.match(objection({ from: '2026-11-02', to: '2026-11-01' }), /after/);
  assert.match(objection({ from: '2025-01-01', to: '2026-02-05' }), /400 days/);
  assert.equal(objection({ from: '2025-01-01', to: '2026-02-04' }), '');
  assert.match(objection({ from: 'x', to: '' }), /first and a last/);
  const usual = { from: '2026-10-24', to: '2026-11-22' };
  const good = { from: '2026-11-01', to: '2026-11-02' };
  assert.deepEqual(periodOf({ from: '2026-11-02', to: '2026-11-01' }, '2026-11-22'), usual);
  assert.deepEqual(periodOf(good, '2026-11-22'), good);
});

test('each day has a bar, also without requests', () => {
  const rows = [
    row('2026-11-01', 5),
    row('2026-11-03', 2, { outcome: 'refused' }),
    row('2026-11-03', 1, { outcome: 'failed' }),
  ];
  assert.deepEqual(bars(rows, { from: '2026-11-01', to: '2026-11-03' }), [
    { from: '2026-11-01', to: '2026-11-01', ok: 5, refused: 0, failed: 0 },
    { from: '2026-11-02', to: '2026-11-02', ok: 0, refused: 0, failed: 0 },
    { from: '2026-11-03', to: '2026-11-03', ok: 0, refused: 2, failed: 1 },
  ]);
});

test('a long period has a bar a week and loses no request', () => {
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const rows = days(period).map((day) => row(day, 1));
  const found = bars(rows, period);
  assert.equal(found.length, 53);
  assert.deepEqual(found[0], { from: '2026-01-01', to: '2026-01-04', ok: 4, refused: 0, failed: 0 });
  assert.equal(found.at(-1)?.to, '2026-12-31');
  assert.equal(found.reduce((sum, bar) => sum + total(bar), 0), 365);
});

test('rows are chosen by key and operation, and an empty choice is all', () => {
  const rows = [row('2026-11-01', 1), row('2026-11-01', 2, { key: 'k2' }), row('2026-11-01', 4, { operation: 'x' })];
  assert.equal(total(counts(matching(rows, { key: '', operation: '' }))), 7);
  assert.equal(total(counts(matching(rows, { key: 'k1', operation: 'x' }))), 4);
  assert.deepEqual(names(rows, (each) => each.key), ['k1', 'k2']);
});

test('sums begin with the greatest and count outcomes of later versions as failures', () => {
  const rows = [row('2026-11-01', 1), row('2026-11-02', 3, { key: '__proto__', outcome: 'new' })];
  assert.deepEqual(sums(rows, (each) => each.key), [
    { name: '__proto__', counts: { ok: 0, refused: 0, failed: 3 } },
    { name: 'k1', counts: { ok: 1, refused: 0, failed: 0 } },
  ]);
});

test('the axis has few whole marks and reaches over the greatest bar', () => {
  assert.deepEqual(marks(0), [0, 1]);
  assert.deepEqual(marks(3), [0, 1, 2, 3]);
  assert.deepEqual(marks(87), [0, 50, 100]);
  assert.deepEqual(marks(1_000_000), [0, 500_000, 1_000_000]);
  for (let greatest = 1; greatest < 20_000; greatest += 37) {
    const found = marks(greatest);
    assert.ok((found.at(-1) ?? 0) >= greatest && found.length <= 6 && found.every(Number.isInteger), String(greatest));
  }
});
