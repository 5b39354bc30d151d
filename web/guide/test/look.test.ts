import assert from 'node:assert/strict';
import { test } from 'node:test';
import { look, type Place } from '../look.js';

const PLACES: Place[] = [
  { to: 'a.html', page: 'People', heading: 'Deleting', text: 'a person is gone at once' },
  { to: 'b.html', page: 'Keys', heading: 'Lock-out', text: 'a person waits' },
  { to: 'c.html', page: 'Keys', heading: 'Rotation', text: 'lock-out and person person person' },
];

const found = (words: string): string[] => look(PLACES, words).map(({ to }) => to);

test('finds places that have all words, whatever their case', () => {
  assert.deepEqual(found('PERSON gone'), ['a.html']);
  assert.deepEqual(found('person nowhere'), []);
});

test('puts a word of a heading before one of the text', () => {
  assert.deepEqual(found('lock-out'), ['b.html', 'c.html']);
});

test('takes signs as they are and nothing for a question', () => {
  assert.deepEqual(found('.*'), []);
  assert.deepEqual(found('  '), []);
  assert.deepEqual(found('(a'), []);
});
