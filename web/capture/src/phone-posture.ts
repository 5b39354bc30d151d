/** Whether a phone is held upright, as its own sensors tell. A hint for the user, which the server never sees. */

export interface Posture {
  report(): { phoneNotVertical?: boolean };
  close(): void;
}

/** Leaning further than this from upright spoils the picture, in degrees. */
const MOST_DEGREES = 40;

/**
 * The angle between the screen and the vertical in degrees, 0..90, from the angles of a DeviceOrientationEvent: beta
 * about the short side, gamma about the long one. The part of gravity along the screen's normal is cos(beta)cos(gamma).
 */
export function leanDegrees(beta: number, gamma: number): number {
  const radians = Math.PI / 180;
  const normal = Math.abs(Math.cos(beta * radians) * Math.cos(gamma * radians));
  return Math.asin(Math.min(1, normal)) / radians;
}

export class PhonePosture implements Posture {
  private lean: number | undefined;
  private readonly listener = (event: DeviceOrientationEvent): void => {
    this.lean = event.beta === null || event.gamma === null ? undefined : leanDegrees(event.beta, event.gamma);
  };

  private constructor() {}

  /** Listens where the browser gives the sensors away without asking; people are not asked for this. */
  static watch(): PhonePosture {
    const posture = new PhonePosture();
    // why touch: convertible computers lie on tables and have sensors too
    if (navigator.maxTouchPoints > 0 && matchMedia('(pointer: coarse)').matches) {
      addEventListener('deviceorientation', posture.listener);
    }
    return posture;
  }

  report(): { phoneNotVertical?: boolean } {
    return this.lean === undefined ? {} : { phoneNotVertical: this.lean > MOST_DEGREES };
  }

  close(): void {
    removeEventListener('deviceorientation', this.listener);
  }
}
