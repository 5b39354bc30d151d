import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMessage } from '../src/messages.js';

const READY = { type: 'ready', mode: 'LIVENESS_ACTIVE', framesPerSecond: 8, window: 2, maxFrameBytes: 524_288 };

test('reads every kind of message', () => {
  const ready = parseMessage(JSON.stringify({ ...READY, jpegQuality: 0.85, maxLongSide: 1_280, secondsLeft: 60 }));
  assert.equal(ready?.type === 'ready' && ready.mode, 'LIVENESS_ACTIVE');
  const tracking = parseMessage('{"type":"tracking","ack":7,"info":{"facew":0.3}}');
  assert.deepEqual(tracking, { type: 'tracking', ack: 7, info: { facew: 0.3 } });
  assert.deepEqual(parseMessage('{"type":"tracking","ack":8}'), { type: 'tracking', ack: 8 });
  assert.deepEqual(parseMessage('{"type":"instruction","value":"A"}'), { type: 'instruction', value: 'A' });
  const box = { boxX: 1, boxY: 2, boxW: 3, boxH: 4 };
  assert.deepEqual(parseMessage(JSON.stringify({ type: 'result', bestImageInfo: box })), {
    type: 'result',
    bestImageInfo: box,
  });
  assert.deepEqual(parseMessage('{"type":"error","code":429,"error":"blocked","unlockDateTime":"2026-11-21T10:00:00Z"}'), {
    type: 'error',
    code: 429,
    error: 'blocked',
    unlockDateTime: '2026-11-21T10:00:00Z',
  });
});

const NO_MESSAGES = [
  '',
  'null',
  '[]',
  '7',
  '{',
  '{"type":"tracking"}',
  '{"type":"tracking","ack":"7"}',
  '{"type":"tracking","ack":-1}',
  '{"type":"tracking","ack":1.5}',
  '{"type":"instruction","value":7}',
  '{"type":"ready","mode":"LIVENESS_NONE"}',
  '{"type":"__proto__"}',
  `{"type":"instruction","value":"${'x'.repeat(70_000)}"}`,
];

for (const text of NO_MESSAGES) {
  test(`takes no message from ${text.slice(0, 40) || 'nothing'}`, () => {
    assert.equal(parseMessage(text), null);
  });
}

test('keeps what the server allows within reason', () => {
  const ready = parseMessage(JSON.stringify({ ...READY, framesPerSecond: 1e9, window: -4, maxFrameBytes: 'many' }));
  assert.ok(ready?.type === 'ready');
  assert.equal(ready.framesPerSecond, 30);
  assert.equal(ready.window, 1);
  assert.equal(ready.maxFrameBytes, 524_288);
});

test('a box that is none is no box', () => {
  for (const box of [null, {}, { boxX: 1, boxY: 1, boxW: 0, boxH: 4 }, { boxX: '1', boxY: 1, boxW: 4, boxH: 4 }]) {
    const result = parseMessage(JSON.stringify({ type: 'result', bestImageInfo: box }));
    assert.deepEqual(result, { type: 'result', bestImageInfo: null });
  }
});
