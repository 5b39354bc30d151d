/** Addresses of the views, also those that somebody made to do harm. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, parseRoute, queryText, titleOf } from '../routes.js';

const OVERVIEW = { view: 'overview', tenant: '', query: {} };

test('an address of a view is read as it was made', () => {
  for (const view of ['overview', 'tenants', 'audit', 'receipts', 'signing-keys', 'models', 'users', 'account'] as const) {
    assert.deepEqual(parseRoute(addressOf(view)), { view, tenant: '', query: {} });
  }
  for (const view of ['keys', 'usage', 'sessions', 'rules', 'retention'] as const) {
    assert.deepEqual(parseRoute(addressOf(view, 'acme-2')), { view, tenant: 'acme-2', query: {} });
  }
});

test('a tenant alone leads to its keys', () => {
  assert.deepEqual(parseRoute('#/tenants/acme'), { view: 'keys', tenant: 'acme', query: {} });
});

test('a query comes back as it was, whatever is in it', () => {
  const query = { key: 'a&b=c?#/%', operation: '<script>', from: '2026-11-01' };
  assert.deepEqual(parseRoute(addressOf('usage', 'acme', query)).query, query);
});

test('members of a query without a value are left out', () => {
  assert.equal(addressOf('audit', '', { tenant: '', action: 'keys.create' }), '#/audit?action=keys.create');
  assert.equal(queryText({ from: '', to: '' }), '');
});

test('what is no address leads to the overview', () => {
  const wrong = ['', '#', '#/', '#/nothing', '#/tenants/acme/keys/more', '#/tenants/acme/users', '#/overview/more'];
  const tenants = ['#/tenants/../keys', '#/tenants/A/keys', '#/tenants/a%2Fb/keys'];
  const hostile = [...tenants, '#/__proto__', '#/constructor', '#javascript:0'];
  for (const hash of [...wrong, ...hostile, `#/tenants/${'a'.repeat(65)}/keys`]) {
    assert.deepEqual(parseRoute(hash), OVERVIEW, hash);
  }
});

test('every view has a title, those of a tenant with its id', () => {
  assert.equal(titleOf(parseRoute('#/tenants/acme/rules')), 'Matching rules of acme');
  assert.equal(titleOf(parseRoute('#/account')), 'My account');
  assert.equal(titleOf(parseRoute('#/tenants/acme/retention')), 'Retention and consent of acme');
  assert.equal(titleOf(parseRoute('#/receipts')), 'Deletion receipts');
});
