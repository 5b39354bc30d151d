/** A drawing over a video: an SVG that lies on its box. For the eye alone; the page says the same in words. */
import { Steady } from '../steady.js';
import { centre, placed, type Point, type Rectangle, type Size, visible } from './geometry.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Green where all is well, yellow where something is to be done, white else; each readable on the dimmed picture. */
export const COLOURS = { good: '#3ddc84', todo: '#ffd54a', plain: '#ffffff', dim: 'rgba(8, 12, 20, 0.62)' } as const;

export type Attributes = Record<string, string | number>;

/** Where to draw. */
export interface Field {
  readonly box: Size;
  /** All of the video's picture, which the box may cut. */
  readonly picture: Rectangle;
  /** What can be seen of it. */
  readonly area: Rectangle;
  readonly middle: Point;
  /** How thick lines are. */
  readonly stroke: number;
}

export class Overlay {
  private readonly svg: SVGSVGElement;
  private readonly colours = new Map<string, Steady<string>>();

  constructor(private readonly video: HTMLVideoElement) {
    this.svg = document.createElementNS(SVG, 'svg');
    this.svg.setAttribute('aria-hidden', 'true');
    this.svg.setAttribute('focusable', 'false');
    this.svg.setAttribute('class', 'bioserver-overlay');
    Object.assign(this.svg.style, { position: 'absolute', pointerEvents: 'none', overflow: 'hidden' });
    video.insertAdjacentElement('afterend', this.svg);
  }

  /** Lays the drawing over the video as that lies now. */
  layOut(): Field {
    const { offsetLeft, offsetTop, offsetWidth: width, offsetHeight: height, videoWidth, videoHeight } = this.video;
    const box = { width, height };
    const css = { left: `${offsetLeft}px`, top: `${offsetTop}px`, width: `${width}px`, height: `${height}px` };
    Object.assign(this.svg.style, css);
    this.svg.setAttribute('viewBox', `0 0 ${Math.max(1, width)} ${Math.max(1, height)}`);
    const fit = getComputedStyle(this.video).objectFit || 'contain';
    const picture = placed({ width: videoWidth, height: videoHeight }, box, fit);
    const area = visible(picture, box);
    return { box, picture, area, middle: centre(area), stroke: Math.max(3, Math.min(width, height) / 90) };
  }

  /** A part of the drawing, made at its first use and changed from then on, so that changes can be smooth. */
  part<K extends keyof SVGElementTagNameMap>(name: string, tag: K, attributes: Attributes): SVGElementTagNameMap[K] {
    let element = this.svg.querySelector<SVGElementTagNameMap[K]>(`[data-part="${name}"]`);
    if (element === null) {
      element = document.createElementNS(SVG, tag);
      element.setAttribute('data-part', name);
      this.svg.appendChild(element);
    }
    for (const key of Object.keys(attributes)) {
      element.setAttribute(key, String(attributes[key]));
    }
    return element;
  }

  /** A colour that does not flash, whatever is wanted from one frame to the next. */
  steady(name: string, colour: string): string {
    let steady = this.colours.get(name);
    if (steady === undefined) {
      steady = new Steady<string>();
      this.colours.set(name, steady);
    }
    return steady.of(colour, performance.now());
  }

  /** Removes the parts whose names begin so. */
  drop(prefix: string): void {
    this.svg.querySelectorAll(`[data-part^="${prefix}"]`).forEach((element) => element.remove());
  }

  /** Dims what is outside an oval. */
  dimOutside(field: Field, at: Point, across: number, down: number): void {
    const { width, height } = field.box;
    const hole =
      `M${at.x - across} ${at.y}a${across} ${down} 0 1 0 ${2 * across} 0` + `a${across} ${down} 0 1 0 ${-2 * across} 0z`;
    const shape = { d: `M0 0H${width}V${height}H0z${hole}`, fill: COLOURS.dim, 'fill-rule': 'evenodd' };
    this.part('dim', 'path', shape);
  }

  remove(): void {
    this.svg.remove();
  }
}

/** One overlay for each video, until it is cleared. */
export class Overlays {
  private readonly byVideo = new Map<HTMLVideoElement, Overlay>();

  on(video: HTMLVideoElement): Overlay {
    let overlay = this.byVideo.get(video);
    if (overlay === undefined) {
      overlay = new Overlay(video);
      this.byVideo.set(video, overlay);
    }
    return overlay;
  }

  clear(): void {
    this.byVideo.forEach((overlay) => overlay.remove());
    this.byVideo.clear();
  }
}

/** Whether the user wants things to move little; then they change at once instead of gliding. */
export function wantsLittleMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Lets a part glide to new values; slow enough never to flash. */
export function glide(element: SVGElement, properties: string): void {
  const transition = wantsLittleMotion() ? '' : properties.split(' ').map((each) => `${each} 250ms ease-out`);
  element.style.transition = transition === '' ? 'none' : (transition as string[]).join(', ');
}
