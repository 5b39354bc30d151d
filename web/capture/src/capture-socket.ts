/** The socket of one capture: says hello, waits for leave, sends frames, hands on what the server says. */
import { captureError, CaptureError } from './capture-error.js';
import { parseMessage, SUB_PROTOCOL, type Ready, type ServerMessage } from './messages.js';

const OPENING_MILLIS = 15_000;

/** What we use of a WebSocket; tests bring another than the browser's. */
export interface Wire {
  readonly bufferedAmount: number;
  readonly readyState: number;
  binaryType: string;
  onopen: ((event: Event) => unknown) | null;
  onmessage: ((event: MessageEvent) => unknown) | null;
  onclose: ((event: CloseEvent) => unknown) | null;
  onerror: ((event: Event) => unknown) | null;
  send(data: string | ArrayBuffer | Blob): void;
  close(): void;
}

export type Dial = (url: string, protocol: string) => Wire;

export interface SocketEvents {
  /** How far the opening is, 0..1. */
  onProgress(part: number): void;
  onMessage(message: Exclude<ServerMessage, Ready>): void;
  /** Once, when the socket ends without a result; never before it was ready. */
  onLost(error: CaptureError): void;
}

const OPEN = 1;

/** The address of the socket for a server's address and a path; both may be relative to the page. */
export function socketUrl(server: string | undefined, path: string | undefined, page: string): string {
  const base = new URL((server ?? '').replace(/\/+$/, '') || '/', page);
  const prefix = base.pathname.replace(/\/+$/, '');
  const suffix = (path ?? '/video-server/engine.io').replace(/^\/*/, '/');
  const scheme = base.protocol === 'https:' || base.protocol === 'wss:' ? 'wss:' : 'ws:';
  return `${scheme}//${base.host}${prefix}${suffix}`;
}

/** Closing codes that say more than that the line is gone. */
function closed(code: number): CaptureError {
  if (code === 1013) {
    return new CaptureError('the server is overloaded', 503);
  }
  return new CaptureError(code === 1008 ? 'the server refused the capture' : 'the connection was lost');
}

export class CaptureSocket {
  private isEnded = false;

  private constructor(
    private readonly wire: Wire,
    private readonly events: SocketEvents,
    readonly ready: Ready,
  ) {
    wire.onmessage = (event) => this.receive(event.data);
    wire.onclose = (event) => this.lose(closed(event.code));
    wire.onerror = null;
  }

  /** Resolves when the server gives leave to send; rejects with a CaptureError. */
  static open(url: string, sessionId: string, events: SocketEvents, dial: Dial): Promise<CaptureSocket> {
    return new Promise((resolve, reject) => {
      events.onProgress(0);
      const wire = dial(url, SUB_PROTOCOL);
      wire.binaryType = 'arraybuffer';
      const refuse = (error: CaptureError): void => {
        clearTimeout(timer);
        wire.onopen = wire.onmessage = wire.onclose = wire.onerror = null;
        wire.close();
        reject(error);
      };
      const timer = setTimeout(() => refuse(new CaptureError('the server does not answer')), OPENING_MILLIS);
      wire.onopen = () => {
        events.onProgress(0.5);
        wire.send(JSON.stringify({ type: 'hello', bioSessionId: sessionId }));
      };
      wire.onerror = () => {};
      wire.onclose = (event) => refuse(closed(event.code));
      wire.onmessage = (event) => {
        const message = typeof event.data === 'string' ? parseMessage(event.data) : null;
        if (message?.type === 'ready') {
          clearTimeout(timer);
          events.onProgress(1);
          resolve(new CaptureSocket(wire, events, message));
        } else if (message?.type === 'error') {
          refuse(new CaptureError(message.error, message.code, message.unlockDateTime));
        } else {
          refuse(new CaptureError('the server speaks another protocol'));
        }
      };
    });
  }

  get isOpen(): boolean {
    return !this.isEnded && this.wire.readyState === OPEN;
  }

  /** Bytes that have not left yet. */
  get pendingBytes(): number {
    return this.wire.bufferedAmount;
  }

  start(): void {
    this.wire.send(JSON.stringify({ type: 'start' }));
  }

  sendFrame(sequence: number, jpeg: Blob | Uint8Array<ArrayBuffer>): void {
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, sequence);
    if (jpeg instanceof Uint8Array) {
      const frame = new Uint8Array(4 + jpeg.length);
      frame.set(head);
      frame.set(jpeg, 4);
      this.wire.send(frame.buffer);
    } else {
      this.wire.send(new Blob([head, jpeg]));
    }
  }

  /** Ends the capture from this side; nothing is reported after it. */
  close(): void {
    if (this.isOpen) {
      this.wire.send(JSON.stringify({ type: 'bye' }));
    }
    this.end();
  }

  private receive(data: unknown): void {
    const message = typeof data === 'string' ? parseMessage(data) : null;
    if (this.isEnded || message === null || message.type === 'ready') {
      return;
    }
    if (message.type === 'error') {
      this.lose(new CaptureError(message.error, message.code, message.unlockDateTime));
      return;
    }
    if (message.type === 'result') {
      this.end();
    }
    this.events.onMessage(message);
  }

  private lose(error: CaptureError): void {
    if (!this.isEnded) {
      this.end();
      this.events.onLost(captureError(error));
    }
  }

  private end(): void {
    this.isEnded = true;
    this.wire.close();
  }
}
