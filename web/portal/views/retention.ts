/** How long what is kept of a tenant is kept, and how many of its people consented. */
import { step } from '../api.js';
import { h } from '../dom.js';
import { checkbox, field, form, input } from '../form.js';
import { countText, dayText, plural } from '../numbers.js';
import { addressOf } from '../routes.js';
import type { Scene } from '../scene.js';
import { card, lead } from '../words.js';
import type { Retention } from '../wire.js';

const MOST_DAYS = 36_500;

export async function retention(scene: Scene): Promise<Node[]> {
  const place = `tenants/${step(scene.route.tenant)}/retention`;
  const kept = await scene.api.get<Retention>(place, scene.signal);
  return [
    lead(
      'What is not needed any longer goes by itself, within an hour or so of being due. ' +
        'Without a number it is kept until somebody deletes it.',
    ),
    settings(scene, place, kept),
    due(kept),
    consents(kept, scene.route.tenant),
  ];
}

function settings(scene: Scene, place: string, kept: Retention): Node {
  const people = days('people-days', kept.peopleDays);
  const usage = days('usage-days', kept.usageDays);
  const consents = checkbox(
    'ended-consents',
    'delete',
    'Delete people whose consent has ended',
    'It has expired or was withdrawn, by the record that came with the person. People without a record stay.',
  );
  const box = consents.querySelector('input') as HTMLInputElement;
  box.checked = kept.deleteEndedConsents;
  const made = form({
    id: 'retention',
    fields: [
      h(
        'div',
        { class: 'fields' },
        field('Days for people who are not used', people, 'Enrolled, updated or verified counts as used.'),
        field('Days for usage counts', usage, 'Bills that are older cannot be made any more.'),
      ),
      h('fieldset', {}, h('legend', {}, 'Consent'), h('div', { class: 'choices' }, consents)),
    ],
    submit: 'Save',
    act: async () => {
      await scene.api.call('PUT', place, {
        peopleDays: number(people),
        usageDays: number(usage),
        deleteEndedConsents: box.checked,
      });
      scene.reload('The settings are saved. What is due now is shown below.');
    },
  });
  made.classList.add('card');
  return made;
}

function days(id: string, now: number | null): HTMLInputElement {
  const made = input(id, { type: 'number', min: 1, max: MOST_DAYS, step: 1, inputmode: 'numeric' });
  made.value = now === null ? '' : String(now);
  return made;
}

function number(control: HTMLInputElement): number | null {
  return control.value === '' ? null : Number(control.value);
}

function due({ due, peopleDays, peopleSince }: Retention): Node {
  const since =
    peopleDays !== null &&
    peopleSince !== null &&
    h(
      'p',
      { class: 'help' },
      `Who is verified is known since ${dayText(peopleSince)}; nobody is deleted as not used before`,
      ` ${plural(peopleDays, 'day')} have passed since then.`,
    );
  return card(
    'The next run deletes',
    h(
      'ul',
      {},
      h('li', {}, plural(due.unused, 'person who was not used', 'people who were not used')),
      h('li', {}, plural(due.consentEnded, 'person whose consent has ended', 'people whose consent has ended')),
      h('li', {}, plural(due.usageCounts, 'usage count')),
    ),
    since,
  );
}

function consents({ consents, receiptDays }: Retention, tenant: string): Node {
  return card(
    'Consent',
    h(
      'p',
      {},
      `${countText(consents.recorded)} of ${plural(consents.people, 'person', 'people')} have a record of consent,`,
      ` ${countText(consents.ended)} of them one that has ended.`,
    ),
    h(
      'p',
      { class: 'help' },
      'Records come with the people, from your own systems, and are read by them; the portal shows none.',
      ` Every deletion leaves a signed receipt, kept for ${plural(receiptDays, 'day')}: `,
      h('a', { href: addressOf('receipts', '', { tenant }) }, 'receipts of this tenant'),
      '.',
    ),
  );
}
