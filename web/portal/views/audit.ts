/** Who did what. */
import { isDay } from '../days.js';
import { h } from '../dom.js';
import { button, field, form, input, select } from '../form.js';
import { plural } from '../numbers.js';
import { addressOf, queryText } from '../routes.js';
import { isAdministrator, type Scene } from '../scene.js';
import { table } from '../table.js';
import { badge, type BadgeKind, bar, code, longCode, time } from '../words.js';
import type { AuditEntry, Tenant } from '../wire.js';

const FEW = 100;
const MANY = 1_000;
const OUTCOMES: Readonly<Record<string, BadgeKind>> = { done: 'good', refused: 'warn', failed: 'bad' };

export async function audit(scene: Scene): Promise<Node[]> {
  const { tenant = '', action = '', since = '', limit = '' } = scene.route.query;
  const asked = {
    tenant,
    action,
    since: isDay(since) ? `${since}T00:00:00Z` : '',
    limit: limit === String(MANY) ? limit : String(FEW),
  };
  const [{ entries }, tenants] = await Promise.all([
    scene.api.get<{ entries: AuditEntry[] }>(`audit?${queryText(asked)}`, scene.signal),
    isAdministrator(scene) ? scene.api.get<{ tenants: Tenant[] }>('tenants', scene.signal) : { tenants: [] },
  ]);
  const latestFirst = [...entries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return [choice(scene, tenants.tenants), list(latestFirst), ...more(scene, entries.length, Number(asked.limit))];
}

function choice(scene: Scene, tenants: readonly Tenant[]): Node {
  const query = scene.route.query;
  const ids = tenants.map(({ id }) => id);
  // why: a tenant that was deleted is there no more, its trail is
  const chosen = query['tenant'] ?? '';
  const all = chosen === '' || ids.includes(chosen) ? ids : [...ids, chosen];
  const tenant = select(
    'audit-tenant',
    [{ value: '', text: 'All tenants' }, ...all.map((id) => ({ value: id, text: id }))],
    chosen,
  );
  const action = input('audit-action', {
    value: query['action'] ?? '',
    pattern: '[a-z][a-z0-9.\\-]*',
    title: 'Small letters, digits, dots and hyphens',
    maxlength: 64,
    autocapitalize: 'none',
  });
  const since = input('audit-since', { type: 'date', value: query['since'] ?? '' });
  const made = form({
    id: 'audit-filter',
    fields: [
      h(
        'div',
        { class: 'fields' },
        isAdministrator(scene) && field('Tenant', tenant),
        field('Action', action, 'Such as keys.create.'),
        field('Since', since),
      ),
    ],
    submit: 'Show',
    act: () => {
      const wanted = { tenant: tenant.value, action: action.value.trim(), since: since.value };
      scene.go(addressOf('audit', '', wanted));
    },
  });
  made.classList.add('card', 'filter');
  return made;
}

function list(entries: readonly AuditEntry[]): Node {
  return table(
    [
      { head: 'Time', cell: ({ at }) => time(at) },
      { head: 'Action', cell: ({ action }) => code(action) },
      { head: 'Outcome', cell: ({ outcome }) => badge(OUTCOMES[outcome] ?? 'plain', outcome) },
      { head: 'Tenant', cell: ({ tenant }) => tenant },
      { head: 'By', cell: ({ actor }) => actor },
      { head: 'On', cell: ({ subject }) => longCode(subject) },
    ],
    entries,
    {
      caption: 'Audit trail, the latest first',
      empty: 'There is no entry like that. Choose an earlier day or fewer words.',
    },
  );
}

function more(scene: Scene, found: number, limit: number): Node[] {
  if (found < limit) {
    return [h('p', { class: 'help' }, `${plural(found, 'entry', 'entries')}, the latest first.`)];
  }
  const query = { ...scene.route.query, limit: String(MANY) };
  return limit < MANY
    ? [bar(button('Show more', () => scene.go(addressOf('audit', '', query))))]
    : [h('p', { class: 'help' }, `These are the latest ${limit}. The command “selfsame audit” prints all.`)];
}
