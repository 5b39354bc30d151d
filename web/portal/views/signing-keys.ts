/** Keys that the server signs its answers with. */
import { ask } from '../dialog.js';
import { h } from '../dom.js';
import { button } from '../form.js';
import { isAdministrator, type Scene } from '../scene.js';
import { table } from '../table.js';
import { badge, bar, code, day, lead } from '../words.js';
import type { SigningKey } from '../wire.js';

export async function signingKeys(scene: Scene): Promise<Node[]> {
  const { keys } = await scene.api.get<{ keys: SigningKey[] }>('signing-keys', scene.signal);
  const make = button('Replace the current key', () => replace(scene), { class: 'main', id: 'replace-signing-key' });
  return [
    lead(
      'The server signs answers with the current key. ' +
        'Older ones go on verifying what they signed, until they are retired.',
    ),
    bar(isAdministrator(scene) && make),
    table(
      [
        { head: 'Key', cell: ({ kid }) => code(kid) },
        { head: 'Algorithm', cell: ({ algorithm }) => algorithm },
        { head: 'Made', cell: ({ created }) => day(created) },
        { head: 'State', cell: state },
      ],
      keys,
      { caption: 'Signing keys', empty: 'There is no signing key. Make one with the button above.' },
    ),
  ];
}

function state({ current, retired }: SigningKey): readonly (Node | string)[] {
  if (retired !== null && retired !== undefined) {
    return [badge('bad', 'retired'), ' ', day(retired)];
  }
  return [current ? badge('good', 'current') : badge('plain', 'verifies')];
}

function replace(scene: Scene): void {
  ask('Replace the current signing key?', {
    id: 'new-signing-key',
    fields: [
      h(
        'p',
        {},
        'A new key is made, and answers are signed with it from now on. Clients that read the published key set follow',
        ' by themselves; those that carry a copy of one key need the new one.',
      ),
    ],
    submit: 'Replace it',
    act: async () => {
      const { kid } = await scene.api.call<{ kid: string }>('POST', 'signing-keys');
      return () => scene.reload(`Answers are now signed with ${kid}.`);
    },
  });
}
