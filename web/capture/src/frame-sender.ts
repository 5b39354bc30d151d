/** Sends frames while the server wants them. A frame that cannot go now is dropped, never queued. */
import type { CaptureSocket } from './capture-socket.js';
import { FrameForms, FramePace, FrameWindow } from './flow-control.js';
import type { FrameSource } from './frame-source.js';

/** How soon a frame that could not go is tried for again; a fresher one then. */
const RETRY_MILLIS = 15;

export class FrameSender {
  private readonly window: FrameWindow;
  private readonly pace: FramePace;
  private readonly forms: FrameForms;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isTaking = false;

  constructor(
    private readonly socket: CaptureSocket,
    private readonly source: FrameSource,
    private readonly nowMillis: () => number = () => performance.now(),
  ) {
    const { ready } = socket;
    this.window = new FrameWindow(ready.window);
    this.pace = new FramePace(ready.framesPerSecond);
    this.forms = new FrameForms(ready.maxLongSide, ready.jpegQuality);
  }

  /** Part of the frames sent that has been answered, 0..1. */
  get progress(): number {
    return this.window.progress;
  }

  start(): void {
    this.isRunning = true;
    this.tick();
  }

  stop(): void {
    this.isRunning = false;
    clearTimeout(this.timer);
  }

  acknowledge(sequence: number): void {
    this.window.acknowledge(sequence);
  }

  private tick(): void {
    if (!this.isRunning || !this.socket.isOpen) {
      return;
    }
    const now = this.nowMillis();
    if (this.pace.isDue(now) && !this.isTaking) {
      const isHeldUp = this.socket.pendingBytes > 0;
      if (this.window.isOpen && !isHeldUp && this.source.isFresh) {
        this.forms.slot(false);
        this.pace.took(now);
        void this.send();
      } else if (isHeldUp) {
        this.forms.slot(true);
        this.pace.took(now);
      }
    }
    this.timer = setTimeout(() => this.tick(), Math.max(RETRY_MILLIS, this.pace.waitMillis(this.nowMillis())));
  }

  private async send(): Promise<void> {
    this.isTaking = true;
    try {
      const jpeg = await this.source.take(this.forms.current);
      if (jpeg === null || !this.isRunning || !this.socket.isOpen) {
        return;
      }
      const bytes = jpeg instanceof Uint8Array ? jpeg.length : jpeg.size;
      if (bytes + 4 > this.socket.ready.maxFrameBytes) {
        this.forms.stepDown();
        return;
      }
      this.socket.sendFrame(this.window.take(), jpeg);
    } finally {
      this.isTaking = false;
    }
  }
}
