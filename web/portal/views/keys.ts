/** API keys of a tenant. */
import { step } from '../api.js';
import { ask, showSecret } from '../dialog.js';
import { h } from '../dom.js';
import { button, checkbox, field, input, select } from '../form.js';
import { isOver, SCOPES } from '../key-words.js';
import { plural } from '../numbers.js';
import type { Scene } from '../scene.js';
import { type Column, table } from '../table.js';
import { badge, bar, code, day, lead, time } from '../words.js';
import type { IssuedKey, Key, Keys } from '../wire.js';

export async function keys(scene: Scene): Promise<Node[]> {
  const answer = await scene.api.get<Keys>(`${place(scene)}`, scene.signal);
  const now = new Date();
  const valid = answer.keys.filter((key) => !isOver(key, now));
  const over = answer.keys.filter((key) => isOver(key, now));
  const make = button('Make a key', () => create(scene, answer.scopes), { class: 'main', id: 'create-key' });
  return [
    lead('A program shows a key with every request. Give each program its own, with no more rights than it needs.'),
    bar(make),
    table([...columns(), { head: 'Actions', cell: (key) => actions(scene, key) }], valid, {
      caption: 'Keys that are accepted',
      empty: 'There is no key that is accepted. Make one, then put it into your program.',
    }),
    ...(over.length === 0 ? [] : [past(over)]),
  ];
}

function columns(): Column<Key>[] {
  return [
    { head: 'Name', cell: ({ name, id }) => [name, h('br'), h('small', {}, code(id))] },
    { head: 'Allows', cell: ({ scopes }) => h('span', { class: 'badges' }, ...scopes.map((each) => badge('plain', each))) },
    { head: 'Made', cell: ({ created }) => day(created) },
    { head: 'Last used', cell: ({ lastUsed }) => time(lastUsed) },
    { head: 'Ends', cell: ({ expires }) => (expires === null || expires === undefined ? 'never' : day(expires)) },
  ];
}

function past(over: readonly Key[]): Node {
  const state: Column<Key> = {
    head: 'State',
    cell: ({ revoked }) => (revoked === null || revoked === undefined ? badge('warn', 'ended') : badge('bad', 'revoked')),
  };
  return h(
    'details',
    {},
    h('summary', {}, `${plural(over.length, 'key')} no longer accepted`),
    table([...columns(), state], over, { caption: 'Keys that are no longer accepted', empty: '' }),
  );
}

function actions(scene: Scene, key: Key): Node {
  return h(
    'span',
    { class: 'actions' },
    button('Rotate', () => rotate(scene, key), { class: 'small', 'aria-label': `Rotate ${key.name}` }),
    button('Revoke', () => revoke(scene, key), { class: 'small danger', 'aria-label': `Revoke ${key.name}` }),
  );
}

function create(scene: Scene, scopes: readonly string[]): void {
  const name = input('key-name', { required: true, maxlength: 100 });
  const days = input('key-days', { type: 'number', min: 1, max: 3660, inputmode: 'numeric' });
  const boxes = scopes.map((scope) => checkbox(`scope-${scope}`, scope, scope, SCOPES[scope] ?? ''));
  const ticks = boxes.map((box) => box.querySelector('input') as HTMLInputElement);
  const chosen = (): string[] => ticks.filter((tick) => tick.checked).map((tick) => tick.value);
  const check = (): void =>
    ticks[0]?.setCustomValidity(chosen().length === 0 ? 'Tick at least one right; a key without any is of no use.' : '');
  ticks.forEach((tick) => tick.addEventListener('change', check));
  check();
  ask('Make a key', {
    id: 'new-key',
    fields: [
      field('Name', name, 'Which program it is for, such as webshop.'),
      h('fieldset', {}, h('legend', {}, 'What it allows'), h('div', { class: 'choices' }, ...boxes)),
      field('Ends after so many days', days, 'Left empty, it does not end by itself.'),
    ],
    submit: 'Make the key',
    act: async () => {
      const life = days.value === '' ? {} : { days: Number(days.value) };
      const made = await scene.api.call<IssuedKey>('POST', place(scene), {
        name: name.value.trim(),
        scopes: chosen(),
        ...life,
      });
      return () => show(scene, made, `The key ${name.value.trim()} is made.`);
    },
  });
}

function rotate(scene: Scene, key: Key): void {
  const grace = select(
    'key-grace',
    [
      { value: '0', text: 'not at all' },
      { value: '1', text: 'for an hour' },
      { value: '24', text: 'for a day' },
      { value: '168', text: 'for a week' },
    ],
    '24',
  );
  ask(`Rotate ${key.name}`, {
    id: 'rotate-key',
    fields: [
      h('p', {}, 'A new key with the same name and rights is made. Put it into the program while the old one still works.'),
      field('The old key goes on working', grace, 'Choose “not at all” where the old key has leaked.'),
    ],
    submit: 'Make the new key',
    act: async () => {
      const body = { graceHours: Number(grace.value) };
      const made = await scene.api.call<IssuedKey>('POST', `${place(scene)}/${step(key.id)}/rotate`, body);
      return () => show(scene, made, `The key ${key.name} has a successor.`);
    },
  });
}

function revoke(scene: Scene, key: Key): void {
  ask(`Revoke ${key.name}?`, {
    id: 'revoke-key',
    fields: [h('p', {}, 'Programs that use it are refused from the next request on. It cannot be given back.')],
    submit: 'Revoke the key',
    danger: true,
    act: async () => {
      await scene.api.call('DELETE', `${place(scene)}/${step(key.id)}`);
      return () => scene.reload(`The key ${key.name} is revoked.`);
    },
  });
}

function show(scene: Scene, made: IssuedKey, message: string): void {
  const secret = {
    title: 'Your new key',
    lead: 'It is shown this once, and kept nowhere in clear. Copy it into your program or password store now.',
    label: `Key ${made.id}`,
    text: made.key,
  };
  showSecret(secret, () => scene.reload(message));
}

function place(scene: Scene): string {
  return `tenants/${step(scene.route.tenant)}/keys`;
}
