/** The user's camera. */
import type { CameraOptions } from '../types/selfsame-capture.js';

/** Upright on phones: browsers turn wished sizes with the device, so landscape is asked for on all. */
const WIDTH = 1_280;
const HEIGHT = 720;

/** What is asked of the browser. Wishes only: a camera that has no such size still opens. */
export function constraints(options: CameraOptions = {}): MediaStreamConstraints {
  const video: MediaTrackConstraints & { resizeMode: { ideal: string } } = {
    // why: browsers would cut or blow up what the camera gives until the size fits, and the server looks at pixels
    resizeMode: { ideal: 'none' },
    width: { ideal: options.width ?? WIDTH },
    height: { ideal: options.height ?? HEIGHT },
    frameRate: { ideal: 30 },
  };
  if (options.deviceId === undefined || options.deviceId === '') {
    video.facingMode = 'user';
  } else {
    video.deviceId = { exact: options.deviceId };
  }
  return { video, audio: false };
}

/** Opens the camera; rejects as the browser does, or with a NotSupportedError where it cannot. */
export function openCamera(options: CameraOptions = {}): Promise<MediaStream> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined || typeof devices.getUserMedia !== 'function') {
    const text = 'This page has no access to the camera. It needs https and a browser that can use cameras.';
    return Promise.reject(new DOMException(text, 'NotSupportedError'));
  }
  return devices.getUserMedia(constraints(options));
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.stop();
  }
}

/** Shows a stream in a video element, silently and in its place on the page. */
export function show(stream: MediaStream, video: HTMLVideoElement): void {
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('playsinline', '');
  video.autoplay = true;
  video.srcObject = stream;
}

/** The cameras there are; names only after the user has allowed one. */
export async function cameras(): Promise<{ videoDevices: MediaDeviceInfo[] }> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return { videoDevices: devices.filter((device) => device.kind === 'videoinput') };
}
