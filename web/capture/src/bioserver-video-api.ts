/** The script `bioserver-video-api.js`: the global object BioserverVideo. */
import { cameras, openCamera, show } from './camera.js';
import { captureError, errorReport } from './capture-error.js';
import { browserMeans, FaceCapture, type FaceCaptureOptions } from './face-capture.js';

interface Client {
  startCapture(options: { stream: MediaStream }): Promise<void>;
  disconnect(): Promise<void>;
  /** The older name of startCapture. */
  start(stream: MediaStream): Promise<void>;
  /** Older pages report colours that they have shown; this server asks for none. */
  colorDisplayed(): void;
}

interface VideoWishes {
  readonly deviceId?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Opens a capture. Rejects with a CaptureError, and then calls `errorFn`, so that its report is what a page shows. */
async function initFaceCaptureClient(options: FaceCaptureOptions): Promise<Client> {
  let capture: FaceCapture;
  try {
    capture = await FaceCapture.open(options, browserMeans());
  } catch (failure) {
    const error = captureError(failure);
    setTimeout(() => options?.errorFn?.(errorReport(error)), 0);
    throw error;
  }
  return {
    startCapture: ({ stream }) => capture.start(stream),
    disconnect: async () => capture.disconnect(),
    start: (stream) => capture.start(stream),
    colorDisplayed: () => {},
  };
}

/** Opens the camera, and shows it in the video element of that id where there is one. */
async function getMediaStream(options: { videoId?: string; video?: VideoWishes } = {}): Promise<MediaStream> {
  const stream = await openCamera(options.video);
  const element = options.videoId === undefined ? null : document.getElementById(options.videoId);
  if (element instanceof HTMLVideoElement) {
    show(stream, element);
  }
  return stream;
}

export default {
  initFaceCaptureClient,
  getMediaStream,
  /** Older names. */
  getDeviceStream: (options: { video?: VideoWishes } = {}) => openCamera(options.video),
  initMediaDevices: cameras,
};
