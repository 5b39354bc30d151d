/** What the page says about results and failures, in plain words. */
import type { LivenessResult, Match } from './service.js';

export interface Verdict {
  readonly kind: 'good' | 'bad' | 'open';
  readonly title: string;
  readonly text: string;
}

/** From this score on two pictures are taken for the same person: one pair in 10,000 of different people reaches it. */
export const SAME_PERSON_SCORE = 3_500;

const STATUSES: Record<string, Verdict> = {
  SUCCESS: { kind: 'good', title: 'You are there', text: 'The capture shows a live person.' },
  SPOOF: {
    kind: 'bad',
    title: 'Not confirmed',
    text: 'This did not look like a live person in front of the camera.',
  },
  FAILED: { kind: 'bad', title: 'Not completed', text: 'The capture did not go as asked.' },
  TIMEOUT: { kind: 'open', title: 'Time is up', text: 'The capture was not finished in time.' },
};

const SOMETHING: Verdict = {
  kind: 'open',
  title: 'Something went wrong',
  text: 'There is no result for this capture. Try again.',
};

/** About the liveness alone. */
export function livenessVerdict(result: LivenessResult): Verdict {
  return Object.prototype.hasOwnProperty.call(STATUSES, result.livenessStatus)
    ? (STATUSES[result.livenessStatus] as Verdict)
    : SOMETHING;
}

export function matchVerdict(match: Match): Verdict {
  return match.score >= SAME_PERSON_SCORE
    ? { kind: 'good', title: 'The same person', text: 'A live person, who is the one in the photo.' }
    : { kind: 'bad', title: 'Not the same person', text: 'A live person, but not the one in the photo.' };
}

export function ageVerdict(age: NonNullable<LivenessResult['age']>): Verdict {
  return age.aboveThreshold
    ? { kind: 'good', title: `Looks ${age.threshold} or older`, text: 'A live person, who looks old enough.' }
    : { kind: 'bad', title: `Looks younger than ${age.threshold}`, text: 'A live person, who does not look old enough.' };
}

/** How many pairs of different people are as much alike, from a rate in per cent. */
export function likenessText(falseAcceptanceRate: number): string {
  if (!(falseAcceptanceRate > 0) || falseAcceptanceRate < 1e-6) {
    return 'fewer than 1 in 100 million pairs';
  }
  if (falseAcceptanceRate >= 50) {
    return 'most pairs';
  }
  const pairs = 100 / falseAcceptanceRate;
  const digits = Math.pow(10, Math.floor(Math.log10(pairs)));
  return `1 in ${(Math.round(pairs / digits) * digits).toLocaleString('en')} pairs`;
}

/** Names that browsers give to what is wrong with a camera. */
const CAMERA: Record<string, Verdict> = {
  NotAllowedError: {
    kind: 'open',
    title: 'The camera is not allowed',
    text: 'Allow the camera for this page: look for the camera sign beside the address, then try again.',
  },
  NotFoundError: { kind: 'open', title: 'No camera found', text: 'Connect a camera, then try again.' },
  NotReadableError: {
    kind: 'open',
    title: 'The camera is busy',
    text: 'Another program seems to use the camera. Close it, then try again.',
  },
  OverconstrainedError: { kind: 'open', title: 'The camera does not fit', text: 'Try another camera or browser.' },
  NotSupportedError: {
    kind: 'open',
    title: 'No access to the camera',
    text: 'Cameras work on https pages, and on this machine itself as localhost.',
  },
};

interface Failure {
  readonly name?: string;
  readonly code?: unknown;
  readonly status?: number;
  readonly message?: string;
  readonly unlockDateTime?: string | undefined;
}

export function failureVerdict(failure: Failure, locale?: string): Verdict {
  const name = failure.name ?? '';
  if (Object.prototype.hasOwnProperty.call(CAMERA, name)) {
    return CAMERA[name] as Verdict;
  }
  const code = failure.status ?? (typeof failure.code === 'number' ? failure.code : undefined);
  switch (code) {
    case 0:
      return { kind: 'open', title: 'No connection', text: 'The server cannot be reached. Is it running?' };
    case 401:
      return { kind: 'open', title: 'The API key is not known', text: 'Change the settings and enter another key.' };
    case 403:
      return {
        kind: 'open',
        title: 'The API key may not do this',
        text: 'It needs the rights to open sessions and to read their results.',
      };
    case 404:
    case 409:
      return {
        kind: 'open',
        title: 'The session is over',
        text: 'Each session is good for one capture. Try again with a new one.',
      };
    case 429:
      return { kind: 'open', title: 'Too many attempts', text: unlockText(failure.unlockDateTime, locale) };
    case 503:
      return { kind: 'open', title: 'The server is busy', text: 'Too many captures are running. Try again in a minute.' };
    default:
      return { ...SOMETHING, text: sentence(failure.message) ?? SOMETHING.text };
  }
}

function unlockText(unlockDateTime: string | undefined, locale: string | undefined): string {
  const time = unlockDateTime === undefined ? NaN : Date.parse(unlockDateTime);
  if (Number.isNaN(time)) {
    return 'Wait a little, then try again.';
  }
  const clock = new Date(time).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  return `Try again from ${clock} on.`;
}

/** A message as a sentence, or undefined where there is none. */
export function sentence(message: string | undefined): string | undefined {
  const text = (message ?? '').trim();
  if (text === '') {
    return undefined;
  }
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
