/** Keeps what would flicker: a value stays for a while before another one takes its place. */

/**
 * Two changes make a flash, and more than three flashes a second are a danger to some people (WCAG 2.3.1). With this
 * time there is one and a quarter at most.
 */
export const STEADY_MILLIS = 400;

export class Steady<T> {
  private shown: T | undefined;
  private sinceMillis = -Infinity;

  constructor(private readonly holdMillis: number = STEADY_MILLIS) {}

  /** What to show at a moment when something is wanted. */
  of(wanted: T, nowMillis: number): T {
    if (this.shown === undefined || (wanted !== this.shown && nowMillis - this.sinceMillis >= this.holdMillis)) {
      this.shown = wanted;
      this.sinceMillis = nowMillis;
    }
    return this.shown;
  }
}
