/** What the user has chosen, once it is complete. */
import type { LivenessMode } from '../capture/types/selfsame-capture.js';
import { forgetKey, keepKey, knownKey } from './api-key.js';
import { element, note } from './screens.js';
import type { Wishes } from './service.js';

export type Purpose = 'enrol' | 'verify' | 'age';

export interface Choice {
  readonly purpose: Purpose;
  readonly wishes: Wishes;
  readonly key: string;
  /** To compare with, for `verify`. */
  readonly photo: File | undefined;
}

const form = (): HTMLFormElement => element('form');
const field = (id: string): HTMLInputElement => element(id);

export function watchForm(): void {
  form().addEventListener('change', showFields);
  element('forget').addEventListener('click', () => {
    forgetKey();
    showFields();
    field('key').focus();
  });
  showFields();
}

/** Shows the fields that the choice needs. */
export function showFields(): void {
  const purpose = picked('purpose');
  element('reference-field').hidden = purpose !== 'verify';
  element('age-field').hidden = purpose !== 'age';
  element('key-field').hidden = knownKey() !== null;
  element('key-known').hidden = knownKey() === null;
}

/** The choice, or null after the user was told what is missing. */
export function readForm(): Choice | null {
  const purpose = picked('purpose') as Purpose;
  const photo = field('reference').files?.[0];
  const age = field('age').valueAsNumber;
  const challenges = field('challenges').valueAsNumber;
  const key = knownKey() ?? field('key').value.trim();
  const problem =
    missing('reference', purpose === 'verify' && photo === undefined, 'Choose a photo to compare with.') ??
    missing('age', purpose === 'age' && !isWithin(age, 1, 120), 'Enter an age from 1 to 120.') ??
    missing('challenges', !isWithin(challenges, 1, 8), 'Enter a number of dots from 1 to 8.') ??
    missing('key', key === '', 'Enter the API key of your server.');
  note('problem', problem ?? '');
  if (problem !== undefined) {
    return null;
  }
  if (knownKey() === null) {
    keepKey(key);
    field('key').value = '';
    showFields();
  }
  const level = element<HTMLSelectElement>('level').value;
  const wishes = { mode: picked('mode') as LivenessMode, level, challenges };
  return { purpose, key, photo, wishes: purpose === 'age' ? { ...wishes, ageThreshold: age } : wishes };
}

function picked(name: string): string {
  return form().querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Marks a field and moves the focus to it where something is missing. */
function missing(id: string, isMissing: boolean, text: string): string | undefined {
  const target = field(id);
  target.setAttribute('aria-invalid', String(isMissing));
  if (!isMissing) {
    return undefined;
  }
  target.closest('details')?.setAttribute('open', '');
  target.closest('.field')?.append(element('problem'));
  target.focus();
  return text;
}
