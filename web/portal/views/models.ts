/** Installed networks, and under which licences. */
import { h } from '../dom.js';
import type { Scene } from '../scene.js';
import { table } from '../table.js';
import { badge, card, lead } from '../words.js';
import type { Pack } from '../wire.js';

export async function models(scene: Scene): Promise<Node[]> {
  const { packs, modes } = await scene.api.get<{ packs: Pack[]; modes: string[] }>('models', scene.signal);
  return [
    lead(
      'Networks that this server computes with, where each comes from and what its licence is. ' +
        'Read them before you sell.',
    ),
    card('Modes of templates', h('p', { class: 'badges' }, ...modes.map((mode) => badge('plain', mode))), modeHelp()),
    ...packs.map(pack),
  ];
}

function modeHelp(): Node {
  return h('p', { class: 'help' }, 'Templates of different modes cannot be compared with each other.');
}

function pack({ name, version, networks }: Pack): Node {
  return card(
    `${name} ${version}`,
    table(
      [
        { head: 'Network', cell: (network) => network.name },
        { head: 'What for', cell: (network) => network.role },
        { head: 'Licence', cell: (network) => network.licence },
        { head: 'Origin', cell: (network) => network.origin },
      ],
      networks,
      { caption: `Networks of ${name}`, empty: 'This pack has no networks.' },
    ),
  );
}
