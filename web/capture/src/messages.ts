/** The texts of the sub-protocol `selfsame.capture.v1`, checked: what cannot be read is no message. */
import type { FaceBox, LivenessMode, TrackingInfo } from '../types/selfsame-capture.js';

export const SUB_PROTOCOL = 'selfsame.capture.v1';

const MAX_CHARACTERS = 65_536;

/** What the server lets us send. */
export interface Ready {
  readonly type: 'ready';
  readonly mode: LivenessMode;
  readonly framesPerSecond: number;
  /** Frames that may be on their way without an answer. */
  readonly window: number;
  readonly maxFrameBytes: number;
  readonly jpegQuality: number;
  readonly maxLongSide: number;
  readonly secondsLeft: number;
}

export interface Tracking {
  readonly type: 'tracking';
  /** The sequence number of the frame that is answered. */
  readonly ack: number;
  /** Absent where the server did not look at the frame. */
  readonly info?: TrackingInfo;
}

export interface Instruction {
  readonly type: 'instruction';
  readonly value: string;
}

export interface Result {
  readonly type: 'result';
  readonly bestImageInfo: FaceBox | null;
}

export interface Failure {
  readonly type: 'error';
  readonly code: number | undefined;
  readonly error: string;
  readonly unlockDateTime: string | undefined;
}

export type ServerMessage = Ready | Tracking | Instruction | Result | Failure;

type Json = Record<string, unknown>;

/** The message in a text, or null where it is none that we know. */
export function parseMessage(text: string): ServerMessage | null {
  const json = text.length <= MAX_CHARACTERS ? parseObject(text) : null;
  switch (json?.['type']) {
    case 'ready':
      return ready(json);
    case 'tracking':
      return tracking(json);
    case 'instruction':
      return typeof json['value'] === 'string' ? { type: 'instruction', value: json['value'] } : null;
    case 'result':
      return { type: 'result', bestImageInfo: faceBox(json['bestImageInfo']) };
    case 'error':
      return failure(json);
    default:
      return null;
  }
}

function parseObject(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

function ready(json: Json): Ready | null {
  const mode = json['mode'];
  if (mode !== 'LIVENESS_PASSIVE' && mode !== 'LIVENESS_PASSIVE_VIDEO' && mode !== 'LIVENESS_ACTIVE') {
    return null;
  }
  return {
    type: 'ready',
    mode,
    framesPerSecond: within(json['framesPerSecond'], 1, 30, 8),
    window: Math.floor(within(json['window'], 1, 16, 2)),
    maxFrameBytes: within(json['maxFrameBytes'], 1_024, 10_000_000, 524_288),
    jpegQuality: within(json['jpegQuality'], 0.3, 1, 0.85),
    maxLongSide: within(json['maxLongSide'], 160, 4_096, 1_280),
    secondsLeft: within(json['secondsLeft'], 0, 86_400, 60),
  };
}

function tracking(json: Json): Tracking | null {
  const ack = json['ack'];
  if (typeof ack !== 'number' || !Number.isInteger(ack) || ack < 1) {
    return null;
  }
  const info = json['info'];
  return isObject(info) ? { type: 'tracking', ack, info: info as TrackingInfo } : { type: 'tracking', ack };
}

function failure(json: Json): Failure {
  const code = json['code'];
  const unlock = json['unlockDateTime'];
  return {
    type: 'error',
    code: typeof code === 'number' ? code : undefined,
    error: typeof json['error'] === 'string' ? json['error'] : 'the server refused the capture',
    unlockDateTime: typeof unlock === 'string' ? unlock : undefined,
  };
}

function faceBox(json: unknown): FaceBox | null {
  if (!isObject(json)) {
    return null;
  }
  const [boxX, boxY, boxW, boxH] = [json['boxX'], json['boxY'], json['boxW'], json['boxH']];
  return isNumber(boxX) && isNumber(boxY) && isNumber(boxW) && isNumber(boxH) && boxW > 0 && boxH > 0
    ? { boxX, boxY, boxW, boxH }
    : null;
}

function within(value: unknown, least: number, most: number, otherwise: number): number {
  return isNumber(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
