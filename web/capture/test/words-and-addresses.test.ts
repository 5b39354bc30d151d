import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LivenessActive } from '../types/selfsame-capture.js';
import { constraints } from '../src/camera.js';
import { socketUrl } from '../src/capture-socket.js';
import { fitted } from '../src/frame-source.js';
import { instructionText } from '../src/instruction-text.js';
import { leanDegrees } from '../src/phone-posture.js';

test('the socket lies where the server says, with the scheme that fits', () => {
  const page = 'https://shop.example/pay/';
  assert.equal(socketUrl(undefined, undefined, page), 'wss://shop.example/video-server/engine.io');
  assert.equal(socketUrl('http://127.0.0.1:8080', undefined, page), 'ws://127.0.0.1:8080/video-server/engine.io');
  assert.equal(socketUrl('https://bio.example/', '/video-server/engine.io', page), 'wss://bio.example/video-server/engine.io');
  assert.equal(socketUrl('https://bio.example/base', 'own', page), 'wss://bio.example/base/own');
  assert.equal(socketUrl('/base', undefined, page), 'wss://shop.example/base/video-server/engine.io');
});

test('the front camera is asked for, unless the page names one', () => {
  assert.deepEqual((constraints().video as MediaTrackConstraints).facingMode, 'user');
  const named = constraints({ deviceId: 'cam-2', width: 640, height: 480 }).video as MediaTrackConstraints;
  assert.deepEqual(named.deviceId, { exact: 'cam-2' });
  assert.deepEqual(named.width, { ideal: 640 });
  assert.equal(named.facingMode, undefined);
  assert.equal(constraints().audio, false);
});

test('pictures are made smaller, never larger', () => {
  assert.deepEqual(fitted(1_920, 1_080, 1_280), { width: 1_280, height: 720 });
  assert.deepEqual(fitted(720, 1_280, 640), { width: 360, height: 640 });
  assert.deepEqual(fitted(640, 480, 1_280), { width: 640, height: 480 });
});

test('a phone leans by the angle between its screen and the vertical', () => {
  assert.ok(leanDegrees(90, 0) < 1e-6);
  assert.ok(leanDegrees(0, 90) < 1e-6);
  assert.ok(Math.abs(leanDegrees(0, 0) - 90) < 1e-6);
  assert.ok(Math.abs(leanDegrees(60, 0) - 30) < 1e-6);
});

const ACTIVE: LivenessActive = {
  stillFace: false,
  movingPhone: false,
  targetOnHover: false,
  targetChallengeIndex: 1,
  challengeCircles: [{ pos: 'L' }, { pos: 'TR' }],
};

test('the words say what to do next', () => {
  const say = (changes: Partial<LivenessActive>): string => instructionText({ livenessActive: { ...ACTIVE, ...changes } });
  assert.equal(say({}), 'Turn your head up and to the right. 2 of 2.');
  assert.equal(say({ targetChallengeIndex: 0 }), 'Turn your head to the left. 1 of 2.');
  assert.equal(say({ targetOnHover: true }), 'Good. Stay there.');
  assert.equal(say({ movingPhone: true }), 'Keep the phone still and turn your head.');
  assert.equal(say({ targetChallengeIndex: 2 }), 'Well done. Look straight ahead.');
  assert.equal(say({ stillFace: true }), 'Look into the camera.');
  assert.equal(instructionText({ positionInfo: 'TRACKER_POSITION_INFO_CENTER_MOVE_FORWARDS' }), 'Come closer.');
  assert.equal(instructionText({ phoneNotVertical: true }), 'Hold your phone upright.');
  assert.equal(instructionText({ targetInfo: { targetR: 0.3, stability: 0.2 } }), 'Good. Hold still.');
  assert.equal(instructionText({ uploadProgress: 1 }), 'Thank you. The capture is being checked.');
});

test('a value that is not known still says something', () => {
  const strange = { positionInfo: 'TRACKER_POSITION_INFO_DANCE' } as unknown as Parameters<typeof instructionText>[0];
  assert.equal(instructionText(strange), 'Look into the camera.');
});
