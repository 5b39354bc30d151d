/** Lists that begin with the latest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitOf } from '../latest.js';
import { parseRoute } from '../routes.js';

test('an address asks for a hundred rows, or for a thousand and no other number', () => {
  assert.equal(limitOf(parseRoute('#/audit')), 100);
  assert.equal(limitOf(parseRoute('#/audit?limit=1000')), 1_000);
  for (const other of ['', '100', '1001', '1e3', '01000', '-1', '1000000', 'NaN', '<script>']) {
    assert.equal(limitOf(parseRoute(`#/receipts?limit=${encodeURIComponent(other)}`)), 100, other);
  }
});
