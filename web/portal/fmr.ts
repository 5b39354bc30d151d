/**
 * Thresholds in words. A threshold is a false match rate (FMR): how many comparisons of different people are taken for
 * the same person. What it costs is the false non-match rate (FNMR): how many comparisons of the same person are not.
 */
import { countText, percentText } from './numbers.js';
import type { Measured } from './wire.js';

/** The server takes no others. */
export const RAREST = 1e-9;
export const MOST_FREQUENT = 0.1;

/** Rates that people choose from. */
export const USUAL = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6];

/** A rate as odds, to two digits: 1 in 10,000. */
export function oddsText(fmr: number): string {
  if (!(fmr > 0)) {
    return 'none';
  }
  const rounded = twoDigits(1 / fmr);
  return rounded < 1e6 ? `1 in ${countText(rounded)}` : `1 in ${inMillions(rounded)} million`;
}

/** The rate of one in so many, or undefined where it cannot be one. */
export function rateOf(oneIn: number): number | undefined {
  const fmr = 1 / oneIn;
  // why a little more: 1 / 1e9 need not be 1e-9
  const isPossible = fmr >= RAREST * (1 - 1e-9) && fmr <= MOST_FREQUENT * (1 + 1e-9);
  return isPossible ? Math.min(MOST_FREQUENT, Math.max(RAREST, fmr)) : undefined;
}

/** What a rate costs, by measurement: one sentence for each set of pictures that was measured. */
export function costText(fmr: number, modality: string, measured: readonly Measured[]): string[] {
  const points = measured.filter((point) => point.modality === modality);
  if (points.length === 0) {
    return ['How often the same person is then refused has not been measured here. Try it with samples of your own.'];
  }
  return [...new Set(points.map((point) => point.set))].map((set) => {
    const share = shareText(fmr, points.filter((point) => point.set === set));
    return `${share} of comparisons of the same person are then refused, measured on ${set}.`;
  });
}

function shareText(fmr: number, points: readonly Measured[]): string {
  const sorted = [...points].sort((a, b) => a.fmr - b.fmr);
  const exact = sorted.find((point) => isSame(point.fmr, fmr));
  if (exact !== undefined) {
    return sentenceStart(percentText(exact.fnmr));
  }
  const rarer = sorted.filter((point) => point.fmr < fmr).at(-1);
  const more = sorted.find((point) => point.fmr > fmr);
  if (rarer !== undefined && more !== undefined) {
    return `Between ${percentText(more.fnmr)} and ${percentText(rarer.fnmr)}`;
  }
  return rarer !== undefined
    ? `At most ${percentText(rarer.fnmr)} (the value at ${oddsText(rarer.fmr)})`
    : `More than ${percentText(more?.fnmr ?? 0)} (the value at ${oddsText(more?.fmr ?? 0)})`;
}

/** The same but for the last digits of a double. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function twoDigits(number: number): number {
  const step = 10 ** (Math.floor(Math.log10(number) + 1e-12) - 1);
  return Math.round(number / step) * step;
}

function inMillions(number: number): string {
  const millions = number / 1e6;
  return millions >= 10 || Number.isInteger(millions) ? countText(millions) : millions.toFixed(1);
}
