/** Pictures of a running camera as JPEG. */
import type { FrameForm } from './flow-control.js';

/** Where frames come from; tests bring another than a camera. */
export interface FrameSource {
  /** There is a picture that has not been taken yet. */
  readonly isFresh: boolean;
  /** The present picture; null where the camera gives none. */
  take(form: FrameForm): Promise<Blob | Uint8Array<ArrayBuffer> | null>;
  /** Calls back once when the camera is gone. */
  onEnded(callback: () => void): void;
  close(): void;
}

/** Size of a picture whose long side is at most so long. */
export function fitted(width: number, height: number, longSide: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * Films through a video element of its own, so that whatever the page does to the one it shows changes nothing. The
 * element is on the page, a pixel large, as browsers slow down videos that are nowhere.
 */
export class CameraFrames implements FrameSource {
  private readonly video: HTMLVideoElement;
  private readonly canvas = document.createElement('canvas');
  private readonly endings: { track: MediaStreamTrack; callback: () => void }[] = [];
  private presented = true;
  private countsFrames = false;
  private callbackId = 0;

  private constructor(
    private readonly stream: MediaStream,
    video: HTMLVideoElement,
  ) {
    this.video = video;
    this.watchFrames();
  }

  static async open(stream: MediaStream): Promise<CameraFrames> {
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.setAttribute('playsinline', '');
    video.setAttribute('aria-hidden', 'true');
    video.tabIndex = -1;
    const style = { position: 'fixed', width: '1px', height: '1px', opacity: '0', pointerEvents: 'none', zIndex: '-1' };
    Object.assign(video.style, style, { left: '0', top: '0' });
    document.body.appendChild(video);
    video.srcObject = stream;
    try {
      await video.play();
    } catch (failure) {
      video.remove();
      throw failure;
    }
    return new CameraFrames(stream, video);
  }

  get isFresh(): boolean {
    return this.video.readyState >= 2 && (this.presented || !this.countsFrames);
  }

  take(form: FrameForm): Promise<Blob | null> {
    const { videoWidth, videoHeight } = this.video;
    if (videoWidth === 0 || videoHeight === 0) {
      return Promise.resolve(null);
    }
    this.presented = false;
    const size = fitted(videoWidth, videoHeight, form.longSide);
    if (this.canvas.width !== size.width || this.canvas.height !== size.height) {
      this.canvas.width = size.width;
      this.canvas.height = size.height;
    }
    const context = this.canvas.getContext('2d', { alpha: false });
    if (context === null) {
      return Promise.resolve(null);
    }
    context.drawImage(this.video, 0, 0, size.width, size.height);
    return new Promise((resolve) => this.canvas.toBlob(resolve, 'image/jpeg', form.quality));
  }

  onEnded(callback: () => void): void {
    for (const track of this.stream.getVideoTracks()) {
      track.addEventListener('ended', callback);
      this.endings.push({ track, callback });
    }
  }

  close(): void {
    for (const { track, callback } of this.endings) {
      track.removeEventListener('ended', callback);
    }
    if (this.callbackId !== 0) {
      this.video.cancelVideoFrameCallback(this.callbackId);
    }
    this.video.pause();
    this.video.srcObject = null;
    this.video.remove();
  }

  /** Where the browser tells of each new picture, none is sent twice. */
  private watchFrames(): void {
    if (typeof this.video.requestVideoFrameCallback !== 'function') {
      return;
    }
    const next = (): void => {
      this.countsFrames = true;
      this.presented = true;
      this.callbackId = this.video.requestVideoFrameCallback(next);
    };
    this.callbackId = this.video.requestVideoFrameCallback(next);
  }
}
