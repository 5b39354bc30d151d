/** The order of events of a capture, and what goes over the socket, against a peer on a real socket. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import type { Dial, Wire } from '../src/capture-socket.js';
import { FaceCapture, type FaceCaptureOptions, type Means } from '../src/face-capture.js';
import type { FrameSource } from '../src/frame-source.js';
import { type Behaviour, Peer } from './peer.js';

const NO_STREAM = null as unknown as MediaStream;
const dial: Dial = (url, protocol) => new WebSocket(url, protocol) as unknown as Wire;

/** A camera whose pictures are so many zeros. */
class Zeros implements FrameSource {
  looks = 0;
  taken = 0;
  isClosed = false;
  ended: () => void = () => {};
  onLook: () => void = () => {};

  constructor(private readonly bytes = 1_000) {}

  get isFresh(): boolean {
    return true;
  }

  take(): Promise<Uint8Array<ArrayBuffer>> {
    this.taken++;
    return Promise.resolve(new Uint8Array(this.bytes));
  }

  onEnded(callback: () => void): void {
    this.ended = callback;
  }

  close(): void {
    this.isClosed = true;
  }
}

interface Scene {
  readonly peer: Peer;
  readonly source: Zeros;
  readonly events: string[];
  /** Resolves at showChallengeResult or errorFn. */
  readonly end: Promise<void>;
  open(): Promise<FaceCapture>;
}

async function scene(behaviour: Behaviour, source = new Zeros()): Promise<Scene> {
  const peer = await Peer.start(behaviour);
  const events: string[] = [];
  let finish!: () => void;
  const end = new Promise<void>((resolve) => (finish = resolve));
  const options: FaceCaptureOptions = {
    bioSessionId: 'a-session',
    bioserverVideoUrl: peer.url,
    onClientInitEnd: () => events.push('initEnd'),
    trackingFn: (tracking) => events.push(`tracking ${JSON.stringify(tracking)}`),
    showChallengeInstruction: (instruction) => events.push(`instruction ${instruction}`),
    showChallengeResult: (result) => {
      events.push(`result ${JSON.stringify(result)}`);
      finish();
    },
    errorFn: (error) => {
      events.push(`error ${JSON.stringify(error)}`);
      finish();
    },
  };
  const means: Means = {
    page: 'http://localhost/',
    dial,
    frames: () => Promise.resolve(source),
    posture: () => ({ report: () => ({ phoneNotVertical: false }), close: () => {} }),
  };
  return { peer, source, events, end, open: () => FaceCapture.open(options, means) };
}

test('events come in the order that pages rely on', async () => {
  const { peer, source, events, end, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready(),
    onFrame: ({ sequence }, line) => {
      line.answer(sequence, { positionInfo: 'TRACKER_POSITION_INFO_GOOD' });
      if (sequence === 2) {
        line.say({ type: 'instruction', value: 'TRACKER_CHALLENGE_DONT_MOVE' });
      } else if (sequence === 4) {
        line.finish({ boxX: 1, boxY: 2, boxW: 3, boxH: 4 });
      }
    },
  });
  const capture = await open();
  assert.deepEqual(events.splice(0), [
    'tracking {"downloadProgress":0}',
    'tracking {"downloadProgress":0.5}',
    'tracking {"downloadProgress":1}',
    'initEnd',
  ]);
  await capture.start(NO_STREAM);
  await end;
  const good = 'tracking {"positionInfo":"TRACKER_POSITION_INFO_GOOD","phoneNotVertical":false}';
  const uploads = events.filter((event) => event.includes('uploadProgress'));
  assert.equal(uploads.at(-1), 'tracking {"uploadProgress":1}');
  assert.deepEqual(
    events.filter((event) => !event.includes('uploadProgress')),
    [
      good,
      good,
      'instruction TRACKER_CHALLENGE_DONT_MOVE',
      good,
      good,
      'instruction TRACKER_CHALLENGE_PENDING',
      'result {"bestImageInfo":{"boxX":1,"boxY":2,"boxW":3,"boxH":4}}',
    ],
  );
  assert.equal(events.at(-2), 'tracking {"uploadProgress":1}');
  const [line] = peer.lines;
  assert.equal(line?.path, '/video-server/engine.io');
  assert.deepEqual(line?.said, [{ type: 'hello', bioSessionId: 'a-session' }, { type: 'start' }]);
  assert.deepEqual(line?.frames[0], { sequence: 1, bytes: 1_000 });
  assert.equal(source.isClosed, true);
  await peer.stop();
});

test('frames that are not answered keep others from being taken', async () => {
  let unanswered = 0;
  let most = 0;
  const { peer, source, end, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready({ window: 3 }),
    onFrame: ({ sequence }, line) => {
      unanswered++;
      most = Math.max(most, unanswered);
      if (unanswered === 3) {
        unanswered = 0;
        line.answer(sequence);
      }
      if (sequence === 9) {
        line.finish(null);
      }
    },
  });
  await (await open()).start(NO_STREAM);
  await end;
  assert.equal(most, 3);
  assert.ok(source.taken <= 12, `${source.taken} pictures taken`);
  await peer.stop();
});

test('a frame that is larger than the server takes is dropped without a number', async () => {
  const source = new Zeros(60_000);
  const take = source.take.bind(source);
  source.take = () => (source.taken < 3 ? take() : ((source.taken += 1), Promise.resolve(new Uint8Array(10))));
  const { peer, end, open } = await scene(
    {
      onText: (message, line) => message['type'] === 'hello' && line.ready({ maxFrameBytes: 50_000 }),
      onFrame: (_, line) => line.finish(null),
    },
    source,
  );
  await (await open()).start(NO_STREAM);
  await end;
  assert.deepEqual(peer.lines[0]?.frames[0], { sequence: 1, bytes: 10 });
  await peer.stop();
});

for (const [code, extra] of [
  [404, {}],
  [409, {}],
  [429, { unlockDateTime: '2026-11-21T10:00:00Z' }],
  [503, {}],
] as const) {
  test(`opening is refused with ${code}`, async () => {
    const { peer, events, open } = await scene({
      onText: (_, line) => {
        line.say({ type: 'error', code, error: 'no', ...extra });
        line.close(1008);
      },
    });
    await assert.rejects(open(), { name: 'CaptureError', code, error: 'no', ...extra });
    assert.ok(!events.includes('initEnd'));
    await peer.stop();
  });
}

test('an overloaded server that only closes is reported as 503', async () => {
  const { peer, open } = await scene({ onText: (_, line) => line.close(1013) });
  await assert.rejects(open(), { code: 503 });
  await peer.stop();
});

test('another protocol is not spoken', async () => {
  const { peer, open } = await scene({ onText: (_, line) => line.say('0{"sid":"engine.io"}') });
  await assert.rejects(open(), /another protocol/);
  await peer.stop();
});

test('trouble during the capture ends it with one error', async () => {
  const { peer, source, events, end, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready(),
    onFrame: (_, line) => {
      line.say({ type: 'error', code: 500, error: 'something broke' });
      line.close(1011);
    },
  });
  await (await open()).start(NO_STREAM);
  await end;
  assert.deepEqual(events.filter((event) => event.startsWith('error')), ['error {"error":"something broke","code":500}']);
  assert.equal(source.isClosed, true);
  await peer.stop();
});

test('a lost connection is an error, and nothing is connected anew', async () => {
  const { peer, events, end, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready(),
    onFrame: (_, line) => line.close(1012),
  });
  await (await open()).start(NO_STREAM);
  await end;
  assert.deepEqual(events.at(-1), 'error {"error":"the connection was lost"}');
  assert.equal(peer.lines.length, 1);
  await peer.stop();
});

test('what is no message is passed over', async () => {
  const { peer, events, end, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready(),
    onFrame: ({ sequence }, line) => {
      line.say('}{');
      line.say({ type: 'tracking', ack: 1e9 });
      line.say({ type: 'surprise' });
      line.answer(sequence, { facew: 0.4 });
      line.finish(null);
    },
  });
  await (await open()).start(NO_STREAM);
  await end;
  assert.ok(events.includes('tracking {"facew":0.4,"phoneNotVertical":false}'));
  assert.equal(events.at(-1), 'result {"bestImageInfo":null}');
  await peer.stop();
});

test('giving up says bye, and calls nothing back', async () => {
  let goodbye!: () => void;
  const gone = new Promise<void>((resolve) => (goodbye = resolve));
  const { peer, source, events, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready(),
    onFrame: () => {
      events.length = 0;
      capture.disconnect();
    },
    onClose: () => goodbye(),
  });
  const capture = await open();
  await capture.start(NO_STREAM);
  await gone;
  assert.deepEqual(peer.lines[0]?.said.at(-1), { type: 'bye' });
  assert.deepEqual(events, []);
  assert.equal(source.isClosed, true);
  await peer.stop();
});

test('a camera that is unplugged ends the capture', async () => {
  const { peer, source, events, end, open } = await scene({
    onText: (message, line) => message['type'] === 'hello' && line.ready(),
    onFrame: () => source.ended(),
  });
  await (await open()).start(NO_STREAM);
  await end;
  assert.equal(events.at(-1), 'error {"error":"the camera stopped"}');
  await peer.stop();
});

test('a session id is needed', async () => {
  const { peer } = await scene({});
  const means = { page: 'http://localhost/', dial } as unknown as Means;
  await assert.rejects(FaceCapture.open({ bioSessionId: '' }, means), { code: 400 });
  await peer.stop();
});
