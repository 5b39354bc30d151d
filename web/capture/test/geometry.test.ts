import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as geometry from '../src/ui/geometry.js';

const PORTRAIT = { width: 720, height: 1_280 };
const LANDSCAPE = { width: 1_280, height: 720 };

test('a covering picture is cut on two sides, centred', () => {
  const picture = geometry.placed(LANDSCAPE, { width: 360, height: 640 }, 'cover');
  assert.equal(picture.height, 640);
  assert.ok(Math.abs(picture.width - 1_137.8) < 0.1);
  assert.ok(Math.abs(picture.x + 388.9) < 0.1);
  const area = geometry.visible(picture, { width: 360, height: 640 });
  assert.deepEqual(area, { x: 0, y: 0, width: 360, height: 640 });
});

test('a contained picture leaves bars that are not drawn on', () => {
  const picture = geometry.placed(PORTRAIT, { width: 640, height: 640 }, 'contain');
  assert.deepEqual(picture, { x: 140, y: 0, width: 360, height: 640 });
  assert.deepEqual(geometry.visible(picture, { width: 640, height: 640 }), picture);
});

test('a video without a picture yet takes all of its box', () => {
  const picture = geometry.placed({ width: 0, height: 0 }, { width: 300, height: 200 }, 'cover');
  assert.deepEqual(picture, { x: 0, y: 0, width: 300, height: 200 });
});

test('ovals fit into what is seen', () => {
  for (const area of [PORTRAIT, LANDSCAPE, { width: 300, height: 300 }, { width: 200, height: 700 }]) {
    const { across, down } = geometry.ovalAxes(PORTRAIT, area);
    assert.ok(across * 2 < area.width && down * 2 < area.height);
    assert.ok(Math.abs(across / down - 0.75) < 1e-9);
  }
});

test('a face that fills the oval is not too close', () => {
  for (const picture of [PORTRAIT, LANDSCAPE, { width: 640, height: 480 }]) {
    const { down } = geometry.ovalAxes(picture, picture);
    assert.ok((2 * down) / Math.min(picture.width, picture.height) < 0.9);
  }
});

test('targets lie where the mirror shows them', () => {
  const at = (position: string): geometry.Point => geometry.targetPoint(position, { x: 0, y: 0 }, 10) as geometry.Point;
  assert.ok(at('L').x < -9 && Math.abs(at('L').y) < 1e-9);
  assert.ok(at('R').x > 9);
  assert.ok(at('T').y < -9 && Math.abs(at('T').x) < 1e-9);
  assert.ok(at('B').y > 9);
  assert.ok(at('TL').x < 0 && at('TL').y < 0);
  assert.ok(at('TR').x > 0 && at('TR').y < 0);
  assert.ok(at('BL').x < 0 && at('BL').y > 0);
  assert.ok(at('BR').x > 0 && at('BR').y > 0);
});

test('there is no target at a position that is none', () => {
  for (const position of ['', 'X', 'constructor', '__proto__']) {
    assert.equal(geometry.targetPoint(position, { x: 0, y: 0 }, 10), undefined);
  }
});

test('the circle of an approach has its size in the picture, not in the box, and stays in sight', () => {
  const box = { width: 360, height: 640 };
  const picture = geometry.placed(PORTRAIT, box, 'cover');
  assert.equal(geometry.approachRadius(0.25, picture, box), 90);
  assert.equal(geometry.approachRadius(0.9, picture, box), 176);
  assert.equal(geometry.approachRadius(Number.NaN, picture, box), 0);
});

test('an arc is drawn as far as it is done', () => {
  assert.equal(geometry.dashes(0, 10), '0.0 62.8');
  assert.equal(geometry.dashes(0.5, 10), '31.4 31.4');
  assert.equal(geometry.dashes(7, 10), '62.8 0.0');
});

test('a best image is cut around the face', () => {
  const part = geometry.crop(PORTRAIT, { boxX: 260, boxY: 500, boxW: 200, boxH: 250 }, 0.75);
  assert.ok(Math.abs(part.width / part.height - 0.75) < 1e-9);
  assert.ok(Math.abs(part.x + part.width / 2 - 360) < 1e-9);
  assert.ok(Math.abs(part.y + part.height / 2 - 625) < 1e-9);
  assert.ok(part.height > 250 && part.height < 640);
});

test('the cut stays inside the picture, whatever the box says', () => {
  const boxes = [
    { boxX: 0, boxY: 0, boxW: 200, boxH: 250 },
    { boxX: 700, boxY: 1_270, boxW: 200, boxH: 250 },
    { boxX: -500, boxY: 99_999, boxW: 5_000, boxH: 5_000 },
    null,
  ];
  for (const box of boxes) {
    const part = geometry.crop(PORTRAIT, box, 0.75);
    assert.ok(part.x >= 0 && part.y >= 0, JSON.stringify(part));
    assert.ok(part.x + part.width <= 720 + 1e-6 && part.y + part.height <= 1_280 + 1e-6, JSON.stringify(part));
    assert.ok(part.width > 0 && part.height > 0);
  }
});
