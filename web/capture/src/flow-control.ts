/** Which frames go out: at most so many a second, at most so many unanswered, and none is ever queued. */

/** Counts the frames on their way. */
export class FrameWindow {
  private sent = 0;
  private answered = 0;

  constructor(private readonly size: number) {}

  get isOpen(): boolean {
    return this.sent - this.answered < this.size;
  }

  /** Part of the frames sent that has been answered, 0..1. */
  get progress(): number {
    return this.sent === 0 ? 0 : this.answered / this.sent;
  }

  /** Takes a place in the window: the frame's sequence number, 1 for the first. */
  take(): number {
    if (!this.isOpen) {
      throw new Error('a frame too many');
    }
    return ++this.sent;
  }

  /** An answer to a frame answers those before it too; one to a frame that was never sent counts for nothing. */
  acknowledge(sequence: number): void {
    if (sequence <= this.sent && sequence > this.answered) {
      this.answered = sequence;
    }
  }
}

/** Keeps a rate without catching up: what was missed stays missed. */
export class FramePace {
  private nextMillis = -Infinity;
  private readonly intervalMillis: number;

  constructor(framesPerSecond: number) {
    this.intervalMillis = 1_000 / framesPerSecond;
  }

  isDue(nowMillis: number): boolean {
    return nowMillis >= this.nextMillis;
  }

  /** A frame was taken. Small delays do not add up; after a long one the rhythm starts anew. */
  took(nowMillis: number): void {
    const late = nowMillis - this.nextMillis;
    this.nextMillis = (late < this.intervalMillis ? this.nextMillis : nowMillis) + this.intervalMillis;
  }

  waitMillis(nowMillis: number): number {
    return Math.max(0, this.nextMillis - nowMillis);
  }
}

/** How a frame is made smaller. */
export interface FrameForm {
  readonly longSide: number;
  readonly quality: number;
}

/**
 * Smaller pictures where the line is too slow for the rate, as a frame that comes late is worth less than a coarser
 * one. Never back up: a capture takes seconds, and pictures that keep changing look like a cut.
 */
export class FrameForms {
  private readonly forms: readonly FrameForm[];
  private level = 0;
  private held = 0;
  private slots = 0;

  constructor(maxLongSide: number, quality: number) {
    const side = (part: number): number => Math.min(maxLongSide, Math.max(640, Math.round(maxLongSide * part)));
    this.forms = [
      { longSide: maxLongSide, quality },
      { longSide: side(0.75), quality },
      { longSide: side(0.75), quality: Math.min(quality, 0.75) },
      { longSide: side(0.5), quality: Math.min(quality, 0.7) },
    ];
  }

  get current(): FrameForm {
    return this.forms[this.level] as FrameForm;
  }

  /** A frame was due. The line held it up where bytes of earlier ones had not left yet. */
  slot(isHeldUp: boolean): void {
    this.slots++;
    this.held += isHeldUp ? 1 : 0;
    if (this.slots === 8) {
      if (this.held > 4) {
        this.stepDown();
      }
      this.slots = 0;
      this.held = 0;
    }
  }

  /** A frame was larger than the server takes. */
  stepDown(): void {
    this.level = Math.min(this.level + 1, this.forms.length - 1);
  }
}
