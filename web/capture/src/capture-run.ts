/** A whole capture for new integrators: camera, socket, drawing and words in one call. */
import type {
  CaptureOptions,
  CaptureResult,
  CaptureState,
  RunningCapture,
  TrackingInfo,
} from '../types/selfsame-capture.js';
import { closeCamera, openCamera, show } from './camera.js';
import { CaptureError } from './capture-error.js';
import { browserMeans, FaceCapture } from './face-capture.js';
import { instructionText } from './instruction-text.js';
import { Steady } from './steady.js';
import { drawApproach } from './ui/approach.js';
import { Overlay } from './ui/overlay.js';
import { drawOval } from './ui/oval.js';
import { drawTargets } from './ui/targets.js';

/** How long a sentence stands at least, so that it can be read. */
const READING_MILLIS = 700;

export function startCapture(options: CaptureOptions): RunningCapture {
  const run = new CaptureRun(options);
  return { result: run.result, cancel: () => run.cancel() };
}

class CaptureRun {
  readonly result: Promise<CaptureResult>;
  private capture: FaceCapture | undefined;
  private ownStream: MediaStream | undefined;
  private overlay: Overlay | undefined;
  private text = '';
  private readonly words = new Steady<string>(READING_MILLIS);
  private isEnded = false;
  private resolve!: (result: CaptureResult) => void;
  private reject!: (failure: unknown) => void;

  constructor(private readonly options: CaptureOptions) {
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    void this.begin();
  }

  cancel(): void {
    this.end(() => this.reject(new CaptureError('the capture was given up')));
  }

  private async begin(): Promise<void> {
    try {
      this.tell('connecting');
      this.capture = await this.connect();
      if (this.isEnded) {
        this.capture.disconnect();
        return;
      }
      this.tell('camera');
      const stream = this.options.stream ?? (await this.ownCamera());
      if (this.isEnded) {
        return;
      }
      show(stream, this.options.video);
      if (this.options.overlay !== false) {
        this.overlay = new Overlay(this.options.video);
      }
      this.tell('positioning');
      await this.capture.start(stream);
    } catch (failure) {
      this.end(() => this.reject(failure));
    }
  }

  private connect(): Promise<FaceCapture> {
    const { serverUrl, socketPath } = this.options;
    return FaceCapture.open(
      {
        bioSessionId: this.options.sessionId,
        ...(serverUrl === undefined ? {} : { bioserverVideoUrl: serverUrl }),
        ...(socketPath === undefined ? {} : { wspath: socketPath }),
        trackingFn: (tracking) => this.track(tracking),
        showChallengeInstruction: (value) =>
          this.tell(value === 'TRACKER_CHALLENGE_PENDING' ? 'computing' : 'challenge'),
        showChallengeResult: (result) => this.end(() => this.resolve(result)),
        errorFn: ({ code, error, unlockDateTime }) =>
          this.end(() => this.reject(new CaptureError(error ?? 'the capture failed', code, unlockDateTime))),
      },
      browserMeans(),
    );
  }

  private async ownCamera(): Promise<MediaStream> {
    const stream = await openCamera(this.options.camera);
    if (this.isEnded) {
      closeCamera(stream);
    } else {
      this.ownStream = stream;
    }
    return stream;
  }

  private track(tracking: TrackingInfo): void {
    if (this.isEnded) {
      return;
    }
    this.options.onTracking?.(tracking);
    if (tracking.downloadProgress !== undefined) {
      return;
    }
    const wanted = instructionText(tracking);
    const text = tracking.uploadProgress === undefined ? this.words.of(wanted, performance.now()) : wanted;
    if (text !== this.text) {
      this.text = text;
      this.options.onInstruction?.(text, tracking);
    }
    if (this.overlay !== undefined && tracking.uploadProgress === undefined) {
      this.draw(this.overlay, tracking);
    }
  }

  private draw(overlay: Overlay, tracking: TrackingInfo): void {
    switch (this.capture?.ready.mode) {
      case 'LIVENESS_ACTIVE':
        drawTargets(overlay, tracking);
        break;
      case 'LIVENESS_PASSIVE_VIDEO':
        drawApproach(overlay, tracking);
        break;
      default:
        drawOval(overlay, tracking);
    }
  }

  private tell(state: CaptureState): void {
    if (!this.isEnded) {
      this.options.onState?.(state);
    }
  }

  private end(settle: () => void): void {
    if (this.isEnded) {
      return;
    }
    this.tell('ended');
    this.isEnded = true;
    this.capture?.disconnect();
    this.overlay?.remove();
    if (this.ownStream !== undefined) {
      closeCamera(this.ownStream);
      this.options.video.srcObject = null;
    }
    settle();
  }
}
