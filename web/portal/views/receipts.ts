/** Signed receipts of deletions. */
import { step } from '../api.js';
import { h } from '../dom.js';
import { button, field, form, input, select } from '../form.js';
import { countText, plural } from '../numbers.js';
import { addressOf, queryText } from '../routes.js';
import { isAdministrator, type Scene } from '../scene.js';
import { table } from '../table.js';
import { bar, lead, longCode, time } from '../words.js';
import type { Receipt, Tenant } from '../wire.js';

const FEW = 100;
const MANY = 1_000;
const REASONS: Readonly<Record<string, string>> = {
  request: 'asked for',
  unused: 'not used',
  'consent-ended': 'consent ended',
  'tenant-deleted': 'tenant deleted',
};

export async function receipts(scene: Scene): Promise<Node[]> {
  const { tenant = '', subject = '', limit = '' } = scene.route.query;
  const asked = { tenant, subject, limit: limit === String(MANY) ? limit : String(FEW) };
  const [{ receipts: found }, tenants] = await Promise.all([
    scene.api.get<{ receipts: Receipt[] }>(`receipts?${queryText(asked)}`, scene.signal),
    isAdministrator(scene) ? scene.api.get<{ tenants: Tenant[] }>('tenants', scene.signal) : { tenants: [] },
  ]);
  return [
    lead(
      'Each deletion leaves a signed statement of what was taken away, when and why. ' +
        'It names nobody: a person is told by the same code as in the audit trail.',
    ),
    choice(scene, tenants.tenants),
    list(scene, found),
    ...more(scene, found.length, Number(asked.limit)),
  ];
}

function choice(scene: Scene, tenants: readonly Tenant[]): Node {
  const query = scene.route.query;
  const ids = tenants.map(({ id }) => id);
  // why: a tenant that was deleted is there no more, its receipts are
  const chosen = query['tenant'] ?? '';
  const all = chosen === '' || ids.includes(chosen) ? ids : [...ids, chosen];
  const tenant = select(
    'receipts-tenant',
    [{ value: '', text: 'All tenants' }, ...all.map((id) => ({ value: id, text: id }))],
    chosen,
  );
  const subject = input('receipts-subject', {
    value: query['subject'] ?? '',
    pattern: '[0-9a-f]{32}',
    title: '32 digits 0-9 and a-f',
    maxlength: 32,
    autocapitalize: 'none',
  });
  const made = form({
    id: 'receipts-filter',
    fields: [
      h(
        'div',
        { class: 'fields' },
        isAdministrator(scene) && field('Tenant', tenant),
        field('Person', subject, 'The code of an entry in the audit trail, 32 digits 0-9 and a-f.'),
      ),
    ],
    submit: 'Show',
    act: () => scene.go(addressOf('receipts', '', { tenant: tenant.value, subject: subject.value.trim() })),
  });
  made.classList.add('card', 'filter');
  return made;
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

function more(scene: Scene, found: number, limit: number): Node[] {
  const help =
    'Check one with “selfsame verify-signature”, which needs no server where you give it the published key set.';
  if (found < limit) {
    return [h('p', { class: 'help' }, help)];
  }
  const query = { ...scene.route.query, limit: String(MANY) };
  return limit < MANY
    ? [bar(button('Show more', () => scene.go(addressOf('receipts', '', query)))), h('p', { class: 'help' }, help)]
    : [h('p', { class: 'help' }, `These are the latest ${limit}. The command “selfsame receipts list” prints all.`)];
}
