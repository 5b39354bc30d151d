/** The other end of the capture's socket for tests: speaks `selfsame.capture.v1`, sees nothing in pictures. */
import { type WebSocket, WebSocketServer } from 'ws';

export interface Frame {
  readonly sequence: number;
  readonly bytes: number;
}

/** One connection, as the server has it. */
export class Line {
  readonly said: Record<string, unknown>[] = [];
  readonly frames: Frame[] = [];
  closeCode: number | undefined;

  constructor(
    private readonly socket: WebSocket,
    readonly path: string,
  ) {}

  say(message: Record<string, unknown> | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  ready(changes: Record<string, unknown> = {}): void {
    const limits = { framesPerSecond: 30, window: 2, maxFrameBytes: 100_000, jpegQuality: 0.85, maxLongSide: 1_280 };
    this.say({ type: 'ready', mode: 'LIVENESS_PASSIVE', ...limits, secondsLeft: 60, ...changes });
  }

  answer(sequence: number, info?: Record<string, unknown>): void {
    this.say(info === undefined ? { type: 'tracking', ack: sequence } : { type: 'tracking', ack: sequence, info });
  }

  finish(bestImageInfo: Record<string, unknown> | null): void {
    this.say({ type: 'instruction', value: 'TRACKER_CHALLENGE_PENDING' });
    this.say({ type: 'result', bestImageInfo });
    this.socket.close(1000);
  }

  close(code: number): void {
    this.socket.close(code);
  }
}

export interface Behaviour {
  readonly onText?: (message: Record<string, unknown>, line: Line) => void;
  readonly onFrame?: (frame: Frame, line: Line) => void;
  readonly onClose?: (line: Line) => void;
}

export class Peer {
  readonly lines: Line[] = [];

  private constructor(private readonly server: WebSocketServer) {}

  static start(behaviour: Behaviour): Promise<Peer> {
    const handleProtocols = (offered: Set<string>): string | false =>
      offered.has('selfsame.capture.v1') ? 'selfsame.capture.v1' : false;
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols });
    const peer = new Peer(server);
    server.on('connection', (socket, request) => peer.take(socket, request.url, behaviour));
    return new Promise((resolve) => server.once('listening', () => resolve(peer)));
  }

  get url(): string {
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private take(socket: WebSocket, path: string, behaviour: Behaviour): void {
    const line = new Line(socket, path);
    this.lines.push(line);
    socket.on('message', (data, isBinary) => {
      if (isBinary) {
        const frame = { sequence: data.readUInt32BE(0), bytes: data.length - 4 };
        line.frames.push(frame);
        behaviour.onFrame?.(frame, line);
      } else {
        const message = JSON.parse(data.toString()) as Record<string, unknown>;
        line.said.push(message);
        behaviour.onText?.(message, line);
      }
    });
    socket.on('close', (code) => {
      line.closeCode = code;
      behaviour.onClose?.(line);
    });
  }
}
