import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CaptureError } from '../src/capture-error.js';
import { isGood, measure, type MeasureMeans, nextProbeBytes } from '../src/network-measure.js';

/** A line of a speed and a latency, and its clock. */
class Line implements MeasureMeans {
  readonly asked: string[] = [];
  private now = 0;

  constructor(
    private readonly kilobits: number,
    private readonly latencyMillis: number,
  ) {}

  readonly exchange = (method: string, url: string, body: Uint8Array | null): Promise<void> => {
    this.asked.push(`${method} ${url} ${body?.length ?? 0}`);
    const bytes = body?.length ?? Number(/bytes=(\d+)/.exec(url)?.[1] ?? 0);
    this.now += this.latencyMillis + (bytes * 8) / this.kilobits;
    return Promise.resolve();
  };

  readonly nowMillis = (): number => this.now;
  readonly noise = (bytes: number): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
}

const ADDRESSES = { uploadURL: '/speed', latencyURL: '/latency', downloadURL: '/speed' };

test('measures speed and latency of a good line', async () => {
  const report = await measure(ADDRESSES, new Line(5_000, 40));
  assert.deepEqual(report, { goodConnectivity: true, upload: 5_000, download: 5_000, latency: 40 });
});

test('a slow line is not good', async () => {
  assert.equal((await measure(ADDRESSES, new Line(300, 40))).goodConnectivity, false);
});

test('a line with a long way is not good', async () => {
  assert.equal((await measure(ADDRESSES, new Line(5_000, 600))).goodConnectivity, false);
});

test('a slow line is spared a second probe', async () => {
  const line = new Line(300, 0);
  await measure({ uploadURL: '/speed' }, line);
  assert.deepEqual(line.asked, ['POST /speed 100000']);
});

test('no probe is larger than the server takes', () => {
  assert.equal(nextProbeBytes(1e9), 1_000_000);
  assert.equal(nextProbeBytes(1), 100_000);
  assert.equal(nextProbeBytes(2_000), 250_000);
});

test('what was not measured is not judged', () => {
  assert.equal(isGood({ upload: 400 }), true);
  assert.equal(isGood({ upload: 399 }), false);
  assert.equal(isGood({ upload: 400, download: 399 }), false);
  assert.equal(isGood({ upload: 400, latency: 501 }), false);
});

test('a server that refuses is an error', async () => {
  const means = new Line(5_000, 10);
  const refusing = { ...means, exchange: () => Promise.reject(new CaptureError('the server answers 503', 503)) };
  await assert.rejects(measure(ADDRESSES, refusing), { code: 503 });
});
