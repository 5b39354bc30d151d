/** The script `bioserver-video-ui.js`: the global object BioserverVideoUI. */
import type { FaceBox, TrackingInfo } from '../types/selfsame-capture.js';
import { drawApproach } from './ui/approach.js';
import { Overlays } from './ui/overlay.js';
import { removePictures, showPicture } from './ui/picture.js';
import { drawTargets, type Tooltip } from './ui/targets.js';

const active = new Overlays();
const approach = new Overlays();
let tooltip: Tooltip = {};
let approachVideo: HTMLVideoElement | null = null;

function videoOf(id: string): HTMLVideoElement | null {
  const element = document.getElementById(id);
  return element instanceof HTMLVideoElement ? element : null;
}

/** An element by selector, or by id, which some pages pass instead. */
function elementOf(selector: string): Element | null {
  try {
    return document.querySelector(selector) ?? document.getElementById(selector);
  } catch {
    return document.getElementById(selector);
  }
}

/** Clears the targets; what is passed holds until the next time. */
function resetLivenessActiveGraphics(options: { tooltip?: Tooltip } = {}): void {
  tooltip = options.tooltip ?? {};
  active.clear();
}

function updateLivenessActiveGraphics(videoId: string, tracking: TrackingInfo): void {
  const video = videoOf(videoId);
  if (video !== null && tracking?.livenessActive !== undefined) {
    drawTargets(active.on(video), tracking, tooltip);
  }
}

function initPassiveVideoGraphics(videoId: string): void {
  stopPassiveVideoAnimation();
  approachVideo = videoOf(videoId);
}

function displayPassiveVideoAnimation(tracking: TrackingInfo): void {
  if (approachVideo !== null && tracking?.targetInfo !== undefined) {
    drawApproach(approach.on(approachVideo), tracking);
  }
}

function stopPassiveVideoAnimation(): void {
  approach.clear();
}

async function displayAndCenterBestImage(picture: Blob, info: FaceBox | null, selector: string): Promise<void> {
  const element = elementOf(selector);
  if (element !== null) {
    await showPicture(picture, info ?? null, element);
  }
}

async function displayPassiveVideoBestImage(
  picture: Blob,
  info: FaceBox | null,
  elementId: string,
  options: { oval?: { borderColor?: string } } = {},
): Promise<void> {
  const element = elementOf(elementId);
  if (element !== null) {
    await showPicture(picture, info ?? null, element, { oval: true, borderColor: options.oval?.borderColor });
  }
}

export default {
  resetLivenessActiveGraphics,
  updateLivenessActiveGraphics,
  initPassiveVideoGraphics,
  displayPassiveVideoAnimation,
  stopPassiveVideoAnimation,
  displayAndCenterBestImage,
  displayPassiveVideoBestImage,
  displayBestImage: displayAndCenterBestImage,
  resetBestImage: removePictures,
  /** Older names. */
  resetLivenessHighGraphics: resetLivenessActiveGraphics,
  updateLivenessHighGraphics: updateLivenessActiveGraphics,
};
