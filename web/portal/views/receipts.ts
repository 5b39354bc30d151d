/** Signed receipts of deletions. */
import { step } from '../api.js';
import { h } from '../dom.js';
import { field, input } from '../form.js';
import { ending, filter, limitOf, tenantsFor } from '../latest.js';
import { countText, plural } from '../numbers.js';
import { queryText } from '../routes.js';
import type { Scene } from '../scene.js';
import { table } from '../table.js';
import { lead, longCode, time } from '../words.js';
import type { Receipt, Tenant } from '../wire.js';

const CHECK =
  'Check one with “selfsame verify-signature”, which needs no server where you give it the published key set.';
const REASONS: Readonly<Record<string, string>> = {
  request: 'asked for',
  unused: 'not used',
  'consent-ended': 'consent ended',
  'tenant-deleted': 'tenant deleted',
};

export async function receipts(scene: Scene): Promise<Node[]> {
  const { tenant = '', subject = '' } = scene.route.query;
  const asked = { tenant, subject, limit: String(limitOf(scene.route)) };
  const [{ receipts: found }, tenants] = await Promise.all([
    scene.api.get<{ receipts: Receipt[] }>(`receipts?${queryText(asked)}`, scene.signal),
    tenantsFor(scene),
  ]);
  return [
    lead(
      'Each deletion leaves a signed statement of what was taken away, when and why. ' +
        'It names nobody: a person is told by the same code as in the audit trail.',
    ),
    choice(scene, tenants),
    list(scene, found),
    ...ending(scene, found.length, { command: 'selfsame receipts list', whole: CHECK, part: CHECK }),
  ];
}

function choice(scene: Scene, tenants: readonly Tenant[]): Node {
  const subject = input('receipts-subject', {
    value: scene.route.query['subject'] ?? '',
    pattern: '[0-9a-f]{32}',
    title: '32 digits 0-9 and a-f',
    maxlength: 32,
    autocapitalize: 'none',
  });
  const help = 'The code of an entry in the audit trail, 32 digits 0-9 and a-f.';
  return filter(scene, tenants, [field('Person', subject, help)], () => ({ subject: subject.value.trim() }));
}

function list(scene: Scene, found: readonly Receipt[]): Node {
  return table(
    [
      { head: 'Deleted', cell: ({ deleted }) => time(deleted) },
      { head: 'Tenant', cell: ({ tenant }) => tenant },
      { head: 'Why', cell: ({ reason }) => REASONS[reason] ?? reason },
      { head: 'Person', cell: ({ subject, people }) => (subject === null ? all(people) : longCode(subject)) },
      { head: 'Faces', isNumber: true, cell: ({ faces }) => countText(faces) },
      { head: 'Fingers', isNumber: true, cell: ({ fingers }) => countText(fingers) },
      { head: 'Receipt', cell: (receipt) => download(scene, receipt) },
    ],
    found,
    { caption: 'Receipts of deletions, the latest first', empty: 'There is no receipt like that.' },
  );
}

function all(people: number): string {
  return `all of the tenant: ${plural(people, 'person', 'people')}`;
}

function download(scene: Scene, { id, kid }: Receipt): Node {
  const href = scene.api.address(`receipts/${step(id)}`);
  const words = `Download receipt ${id}`;
  return h('a', { href, download: true, title: `Signed by ${kid}`, 'aria-label': words }, 'Download');
}
