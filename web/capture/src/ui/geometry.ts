/** Where things are on the screen. Lengths in CSS pixels of the video's box, angles in degrees. */
import type { FaceBox, TargetPosition } from '../../types/selfsame-capture.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point, Size {}

/** Where the picture of a video lies inside its box, for the values of `object-fit`; centred. */
export function placed(picture: Size, box: Size, fit: string): Rectangle {
  if (picture.width <= 0 || picture.height <= 0 || fit === 'fill') {
    return { x: 0, y: 0, width: box.width, height: box.height };
  }
  const across = box.width / picture.width;
  const down = box.height / picture.height;
  const scale = fit === 'cover' ? Math.max(across, down) : fit === 'none' ? 1 : Math.min(across, down);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

/** The part of a placed picture that the box shows. */
export function visible(picture: Rectangle, box: Size): Rectangle {
  const x = Math.max(0, picture.x);
  const y = Math.max(0, picture.y);
  return {
    x,
    y,
    width: Math.min(box.width, picture.x + picture.width) - x,
    height: Math.min(box.height, picture.y + picture.height) - y,
  };
}

export function centre(area: Rectangle): Point {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

/**
 * Half axes of an oval for a face, 3 wide to 4 high. Its height is 0.85 of the picture's shorter side, as the server
 * finds faces too close that are higher than 0.95 of it; less where not so much can be seen.
 */
export function ovalAxes(picture: Size, area: Size): { across: number; down: number } {
  const wanted = Math.min(picture.width, picture.height) * 0.425;
  const down = Math.min(wanted, area.height * 0.46, ((area.width * 0.46) / 3) * 4);
  return { across: (down * 3) / 4, down };
}

/** Counterclockwise from the right, as the screen shows it. */
const DEGREES: Record<TargetPosition, number> = { R: 0, TR: 45, T: 90, TL: 135, L: 180, BL: 225, B: 270, BR: 315 };

/** The point of a target on a circle; undefined for a position that there is not. */
export function targetPoint(position: string, middle: Point, radius: number): Point | undefined {
  const degrees = Object.prototype.hasOwnProperty.call(DEGREES, position)
    ? DEGREES[position as TargetPosition]
    : undefined;
  if (degrees === undefined) {
    return undefined;
  }
  const radians = (degrees * Math.PI) / 180;
  return { x: middle.x + radius * Math.cos(radians), y: middle.y - radius * Math.sin(radians) };
}

/** How far targets are from the middle so that they and their rings stay inside. */
export function targetRadius(area: Size): number {
  return Math.max(0, Math.min(area.width, area.height) * 0.4 - 8);
}

/** Radius of the circle of a guided approach; no larger than what can be seen of it. */
export function approachRadius(targetR: number, picture: Size, area: Size): number {
  const wanted = clamp(targetR, 0, 1) * picture.width;
  return Math.min(wanted, Math.min(area.width, area.height) / 2 - 4);
}

/** `stroke-dasharray` of the first part of a circle, 0..1, of a circumference. */
export function dashes(part: number, radius: number): string {
  const round = 2 * Math.PI * radius;
  const drawn = clamp(part, 0, 1) * round;
  return `${drawn.toFixed(1)} ${(round - drawn).toFixed(1)}`;
}

/**
 * The part of a picture to show so that a face is in its middle: with hair, chin and some air, of a given ratio of width
 * to height, moved inside the picture, and smaller where the picture has no room for it.
 */
export function crop(picture: Size, face: FaceBox | null, ratio: number): Rectangle {
  const box = face ?? { boxX: 0, boxY: 0, boxW: picture.width, boxH: picture.height };
  const air = face === null ? 1 : 1.8;
  const height = Math.max(box.boxH * air, (box.boxW * air) / ratio);
  const scale = Math.min(1, picture.height / height, picture.width / (height * ratio));
  const size = { width: height * ratio * scale, height: height * scale };
  return {
    x: clamp(box.boxX + box.boxW / 2 - size.width / 2, 0, picture.width - size.width),
    y: clamp(box.boxY + box.boxH / 2 - size.height / 2, 0, picture.height - size.height),
    ...size,
  };
}

export function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.max(least, Math.min(most, value)) : least;
}
