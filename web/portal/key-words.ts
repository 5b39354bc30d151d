/** What is said of keys. */
import type { Key } from './wire.js';

/** What the rights of keys are for. */
export const SCOPES: Readonly<Record<string, string>> = {
  all: 'Everything, also what later versions add',
  match: 'Read, compare and age faces of pictures that come with the request',
  'sessions-read': 'Read bio-sessions, their faces, pictures and matches',
  'sessions-write': 'Open, fill and end bio-sessions',
  capture: 'Ask for live captures',
  metrics: 'Read the server’s metrics',
  'multibiometrics-read': 'Verify people, compare templates, use the picture tools',
  'multibiometrics-write': 'Enrol, update and delete people',
};

/** Whether a key is not accepted any more. */
export function isOver({ revoked, expires }: Key, now: Date): boolean {
  return [revoked, expires].some((end) => end !== null && end !== undefined && Date.parse(end) <= now.getTime());
}
