/** Numbers, thresholds and keys in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costText, oddsText, rateOf } from '../fmr.js';
import { isOver } from '../key-words.js';
import { dayText, durationText, exactTimeText, percentText, plural, timeText } from '../numbers.js';

const MEASURED = [
  { modality: 'face', fmr: 1e-2, fnmr: 0.0091, set: 'lfw' },
  { modality: 'face', fmr: 1e-3, fnmr: 0.0444, set: 'lfw' },
  { modality: 'face', fmr: 1e-4, fnmr: 0.152, set: 'lfw' },
  { modality: 'face', fmr: 1e-3, fnmr: 0.02, set: 'own' },
];

test('rates are odds', () => {
  assert.equal(oddsText(0.1), '1 in 10');
  assert.equal(oddsText(1e-4), '1 in 10,000');
  assert.equal(oddsText(3e-5), '1 in 33,000');
  assert.equal(oddsText(4e-7), '1 in 2.5 million');
  assert.equal(oddsText(1e-9), '1 in 1,000 million');
  assert.equal(oddsText(0), 'none');
  assert.equal(oddsText(NaN), 'none');
});

test('odds are rates within what the server takes', () => {
  assert.equal(rateOf(10_000), 1e-4);
  assert.equal(rateOf(1e9), 1e-9);
  assert.equal(rateOf(10), 0.1);
  for (const wrong of [9, 0, -5, 1.1e9, NaN, Infinity]) {
    assert.equal(rateOf(wrong), undefined, String(wrong));
  }
});

test('a measured rate says what it costs, for each set', () => {
  assert.deepEqual(costText(0.001, 'face', MEASURED), [
    '4.4\u00a0% of comparisons of the same person are then refused, measured on lfw.',
    '2.0\u00a0% of comparisons of the same person are then refused, measured on own.',
  ]);
});

test('a rate between two that were measured is not made up', () => {
  const lfw = MEASURED.filter(({ set }) => set === 'lfw');
  assert.match(costText(5e-4, 'face', lfw)[0] ?? '', /^Between 4\.4\u00a0% and 15\.2\u00a0% of/);
  assert.match(costText(1e-6, 'face', lfw)[0] ?? '', /^More than 15\.2\u00a0% \(the value at 1 in 10,000\) of/);
  assert.match(costText(0.1, 'face', lfw)[0] ?? '', /^At most 0\.91\u00a0% \(the value at 1 in 100\) of/);
  assert.match(costText(1e-3, 'finger', lfw)[0] ?? '', /not been measured/);
});

test('shares keep the digits that matter', () => {
  assert.deepEqual([0, 0.00001, 0.0091, 0.042, 0.153, 1].map(percentText), [
    '0\u00a0%',
    'less than 0.01\u00a0%',
    '0.91\u00a0%',
    '4.2\u00a0%',
    '15.3\u00a0%',
    '100\u00a0%',
  ]);
});

test('days and times are in UTC whatever the machine says', () => {
  assert.equal(dayText('2026-11-22'), '22 Nov 2026');
  assert.equal(timeText('2026-11-22T23:30:00Z'), '22 Nov 2026, 23:30');
  assert.equal(exactTimeText('2026-11-22T23:30:07.123Z'), '22 Nov 2026, 23:30:07');
  assert.equal(timeText('<b>soon</b>'), '<b>soon</b>');
});

test('durations have two units at the most', () => {
  const found = [5.9, 65, 3_700, 90_000, 200_000].map(durationText);
  assert.deepEqual(found, ['5 s', '1 min', '1 h 1 min', '1 day 1 h', '2 days 7 h']);
  assert.equal(plural(1, 'request'), '1 request');
  assert.equal(plural(1_234, 'entry', 'entries'), '1,234 entries');
});

test('a key is over from its end on, by whatever it ends', () => {
  const key = { id: 'k', name: 'n', scopes: [], created: '2026-01-01T00:00:00Z' };
  const now = new Date('2026-11-22T12:00:00Z');
  assert.equal(isOver(key, now), false);
  assert.equal(isOver({ ...key, expires: '2026-11-22T12:00:01Z', revoked: null }, now), false);
  assert.equal(isOver({ ...key, expires: '2026-11-22T12:00:00Z' }, now), true);
  assert.equal(isOver({ ...key, revoked: '2026-11-21T00:00:00Z' }, now), true);
});
