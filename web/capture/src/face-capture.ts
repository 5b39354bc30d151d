/** One capture as the video server's contract wants it: call-backs in a fixed order around a socket and a camera. */
import type { FaceBox, TrackingInfo } from '../types/selfsame-capture.js';
import { CaptureError, captureError, errorReport, type ErrorReport } from './capture-error.js';
import { CaptureSocket, type Dial, socketUrl } from './capture-socket.js';
import { FrameSender } from './frame-sender.js';
import { CameraFrames, type FrameSource } from './frame-source.js';
import type { Ready, ServerMessage } from './messages.js';
import { PhonePosture, type Posture } from './phone-posture.js';

/** Options of `initFaceCaptureClient`; what older pages add besides is ignored. */
export interface FaceCaptureOptions {
  readonly bioSessionId: string;
  readonly bioserverVideoUrl?: string;
  readonly wspath?: string;
  readonly onClientInitEnd?: () => void;
  readonly trackingFn?: (tracking: TrackingInfo) => void;
  readonly showChallengeInstruction?: (instruction: string) => void;
  readonly showChallengeResult?: (result: { bestImageInfo: FaceBox | null }) => void;
  readonly errorFn?: (error: ErrorReport) => void;
}

/** What a capture is made with; tests bring others than the browser's. */
export interface Means {
  readonly page: string;
  readonly dial: Dial;
  readonly frames: (stream: MediaStream) => Promise<FrameSource>;
  readonly posture: () => Posture;
}

/** `TRACKER_CHALLENGE_PENDING`: all frames are there, the server computes. */
const PENDING = 'TRACKER_CHALLENGE_PENDING';

export class FaceCapture {
  private sender: FrameSender | undefined;
  private source: FrameSource | undefined;
  private isStarted = false;
  private isOver = false;
  private isUploaded = false;

  private constructor(
    private readonly options: FaceCaptureOptions,
    private readonly means: Means,
    private readonly posture: Posture,
    private readonly socket: () => CaptureSocket,
  ) {}

  /** Resolves when the server is ready for a capture; rejects with a CaptureError. */
  static async open(options: FaceCaptureOptions, means: Means): Promise<FaceCapture> {
    if (typeof options?.bioSessionId !== 'string' || options.bioSessionId === '') {
      throw new CaptureError('bioSessionId is missing', 400);
    }
    const url = socketUrl(options.bioserverVideoUrl, options.wspath, means.page);
    let socket: CaptureSocket | undefined;
    const capture = new FaceCapture(options, means, means.posture(), () => socket as CaptureSocket);
    const events = {
      onProgress: (part: number) => options.trackingFn?.({ downloadProgress: part }),
      onMessage: (message: Exclude<ServerMessage, Ready>) => capture.receive(message),
      onLost: (error: CaptureError) => capture.fail(error),
    };
    try {
      socket = await CaptureSocket.open(url, options.bioSessionId, events, means.dial);
    } catch (failure) {
      capture.release();
      throw captureError(failure);
    }
    options.onClientInitEnd?.();
    return capture;
  }

  get ready(): Ready {
    return this.socket().ready;
  }

  /** Films the stream until the server has seen enough. The stream stays the caller's to close. */
  async start(stream: MediaStream): Promise<void> {
    if (this.isStarted || this.isOver) {
      return;
    }
    this.isStarted = true;
    try {
      this.source = await this.means.frames(stream);
    } catch (failure) {
      this.close();
      this.fail(captureError(failure));
      return;
    }
    if (this.isOver) {
      this.release();
      return;
    }
    this.source.onEnded(() => {
      this.close();
      this.fail(new CaptureError('the camera stopped'));
    });
    this.sender = new FrameSender(this.socket(), this.source);
    this.socket().start();
    this.sender.start();
  }

  /** Gives the capture up, or cleans up after it. Nothing is called back afterwards. */
  disconnect(): void {
    this.isOver = true;
    this.close();
  }

  private receive(message: Exclude<ServerMessage, Ready>): void {
    if (this.isOver) {
      return;
    }
    switch (message.type) {
      case 'tracking':
        this.sender?.acknowledge(message.ack);
        if (message.info !== undefined) {
          this.options.trackingFn?.({ ...message.info, ...this.posture.report() });
        }
        break;
      case 'instruction':
        this.instruct(message.value);
        break;
      case 'result':
        this.finishUpload();
        this.isOver = true;
        this.release();
        this.options.showChallengeResult?.({ bestImageInfo: message.bestImageInfo });
        break;
      case 'error':
        break;
    }
  }

  private instruct(value: string): void {
    if (value === PENDING) {
      this.sender?.stop();
    }
    this.options.showChallengeInstruction?.(value);
    if (value === PENDING) {
      this.finishUpload();
    }
  }

  /** Pages show a bar that must reach its end before the result; the server has told that nothing is missing. */
  private finishUpload(): void {
    if (this.isUploaded || this.sender === undefined) {
      return;
    }
    this.isUploaded = true;
    if (this.sender.progress < 1) {
      this.options.trackingFn?.({ uploadProgress: this.sender.progress });
    }
    this.options.trackingFn?.({ uploadProgress: 1 });
  }

  private fail(error: CaptureError): void {
    if (this.isOver) {
      return;
    }
    this.isOver = true;
    this.release();
    this.options.errorFn?.(errorReport(error));
  }

  private close(): void {
    this.release();
    this.socket().close();
  }

  private release(): void {
    this.sender?.stop();
    this.source?.close();
    this.source = undefined;
    this.posture.close();
  }
}

/** The browser's own means. */
export function browserMeans(): Means {
  return {
    page: location.href,
    dial: (url, protocol) => new WebSocket(url, protocol),
    frames: (stream) => CameraFrames.open(stream),
    posture: () => PhonePosture.watch(),
  };
}
