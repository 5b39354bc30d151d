import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Steady } from '../src/steady.js';

test('the first value shows at once, another one after a while', () => {
  const steady = new Steady<string>(400);
  assert.equal(steady.of('a', 1_000), 'a');
  assert.equal(steady.of('b', 1_399), 'a');
  assert.equal(steady.of('b', 1_400), 'b');
});

test('what flickers eight times a second changes no more than two and a half times', () => {
  const steady = new Steady<number>();
  let changes = 0;
  let last = steady.of(0, 0);
  for (let frame = 1; frame <= 80; frame++) {
    const shown = steady.of(frame % 2, frame * 125);
    changes += shown === last ? 0 : 1;
    last = shown;
  }
  assert.ok(changes <= 25, `${changes} changes in 10 s`);
});
