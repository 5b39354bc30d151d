import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameForms, FramePace, FrameWindow } from '../src/flow-control.js';

test('the window lets no more frames out than it has places', () => {
  const window = new FrameWindow(2);
  assert.equal(window.take(), 1);
  assert.equal(window.take(), 2);
  assert.equal(window.isOpen, false);
  assert.throws(() => window.take());
});

test('an answer makes room, also for the frames before it', () => {
  const window = new FrameWindow(2);
  window.take();
  window.take();
  window.acknowledge(2);
  assert.equal(window.isOpen, true);
  assert.equal(window.progress, 1);
  assert.equal(window.take(), 3);
  assert.equal(window.take(), 4);
  assert.equal(window.isOpen, false);
});

test('answers to frames that were never sent, or answered before, count for nothing', () => {
  const window = new FrameWindow(1);
  window.take();
  window.acknowledge(99);
  assert.equal(window.isOpen, false);
  window.acknowledge(1);
  window.take();
  window.acknowledge(1);
  assert.equal(window.isOpen, false);
});

test('the pace keeps the rate over small delays', () => {
  const pace = new FramePace(10);
  const taken: number[] = [];
  for (let now = 1; now <= 1_000; now += 7) {
    if (pace.isDue(now)) {
      pace.took(now);
      taken.push(now);
    }
  }
  assert.equal(taken.length, 10);
});

test('the pace does not catch up after a pause', () => {
  const pace = new FramePace(10);
  pace.took(0);
  assert.equal(pace.isDue(5_000), true);
  pace.took(5_000);
  assert.equal(pace.isDue(5_050), false);
  assert.equal(pace.waitMillis(5_050), 50);
});

test('frames get smaller on a line that is too slow, and never larger again', () => {
  const forms = new FrameForms(1_280, 0.85);
  assert.deepEqual(forms.current, { longSide: 1_280, quality: 0.85 });
  for (let i = 0; i < 8; i++) {
    forms.slot(i < 5);
  }
  assert.deepEqual(forms.current, { longSide: 960, quality: 0.85 });
  for (let i = 0; i < 80; i++) {
    forms.slot(false);
  }
  assert.deepEqual(forms.current, { longSide: 960, quality: 0.85 });
});

test('frames stay as they are where few are held up', () => {
  const forms = new FrameForms(1_280, 0.85);
  for (let i = 0; i < 80; i++) {
    forms.slot(i % 2 === 0);
  }
  assert.equal(forms.current.longSide, 1_280);
});

test('frames get no smaller than what can be judged', () => {
  const forms = new FrameForms(1_280, 0.85);
  for (let i = 0; i < 20; i++) {
    forms.stepDown();
  }
  assert.deepEqual(forms.current, { longSide: 640, quality: 0.7 });
  assert.equal(new FrameForms(480, 0.6).current.longSide, 480);
});
