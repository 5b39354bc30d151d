/** What is open now. */
import { step } from '../api.js';
import { h } from '../dom.js';
import { button } from '../form.js';
import { countText, plural } from '../numbers.js';
import type { Scene } from '../scene.js';
import { table } from '../table.js';
import { badge, type BadgeKind, bar, code, lead, time } from '../words.js';
import type { Session, Sessions } from '../wire.js';

const STATES: Readonly<Record<string, readonly [BadgeKind, string]>> = {
  INITIALIZED: ['plain', 'asked for'],
  IN_PROGRESS: ['warn', 'under way'],
  SUCCESS: ['good', 'live person'],
  FAILED: ['bad', 'not done'],
  SPOOF: ['bad', 'no live person'],
  TIMEOUT: ['bad', 'took too long'],
  ERROR: ['bad', 'not decided'],
};

export async function sessions(scene: Scene): Promise<Node[]> {
  const answer = await scene.api.get<Sessions>(`tenants/${step(scene.route.tenant)}/sessions`, scene.signal);
  return [
    lead(
      'Bio-sessions that are open now, those first that end last. They end by themselves or when a program deletes ' +
        'them. Only the first digits of ids are shown, as whoever has a whole one can take the capture of its session.',
    ),
    bar(button('Refresh', () => scene.reload('The list is up to date.'), { id: 'refresh' })),
    h('p', { id: 'sessions-sum' }, sumText(answer)),
    table(
      [
        { head: 'Session', cell: ({ id }) => code(`${id}…`) },
        { head: 'Correlation id', cell: ({ correlationId }) => h('span', { class: 'long' }, correlationId ?? '–') },
        { head: 'Faces', isNumber: true, cell: ({ faces }) => countText(faces) },
        { head: 'Liveness', cell: liveness },
        { head: 'Opened', cell: ({ created }) => time(created) },
        { head: 'Ends', cell: ({ expires }) => time(expires) },
      ],
      answer.sessions,
      { caption: 'Open sessions', empty: 'No session is open. A program opens one when it needs one.' },
    ),
  ];
}

function sumText({ open, captures, limit, sessions: list }: Sessions): string {
  const listed = open > list.length ? `, of which ${Math.min(list.length, limit)} are listed` : '';
  return `${plural(open, 'session')} open${listed}; ${plural(captures, 'capture')} under way on this server.`;
}

function liveness({ liveness: asked }: Session): Node | string {
  if (asked === null || asked === undefined) {
    return '–';
  }
  const [kind, text] = STATES[asked.status] ?? ['plain', asked.status];
  return h('span', { class: 'badges' }, badge('plain', asked.kind === 'REPLAY' ? 'recording' : 'capture'), badge(kind, text));
}
