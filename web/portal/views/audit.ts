/** Who did what. */
import { isDay } from '../days.js';
import { field, input } from '../form.js';
import { ending, filter, limitOf, tenantsFor } from '../latest.js';
import { plural } from '../numbers.js';
import { queryText } from '../routes.js';
import type { Scene } from '../scene.js';
import { table } from '../table.js';
import { badge, type BadgeKind, code, longCode, time } from '../words.js';
import type { AuditEntry, Tenant } from '../wire.js';

const OUTCOMES: Readonly<Record<string, BadgeKind>> = { done: 'good', refused: 'warn', failed: 'bad' };

export async function audit(scene: Scene): Promise<Node[]> {
  const { tenant = '', action = '', since = '' } = scene.route.query;
  const asked = {
    tenant,
    action,
    since: isDay(since) ? `${since}T00:00:00Z` : '',
    limit: String(limitOf(scene.route)),
  };
  const [{ entries }, tenants] = await Promise.all([
    scene.api.get<{ entries: AuditEntry[] }>(`audit?${queryText(asked)}`, scene.signal),
    tenantsFor(scene),
  ]);
  const latestFirst = [...entries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const whole = `${plural(entries.length, 'entry', 'entries')}, the latest first.`;
  return [
    choice(scene, tenants),
    list(latestFirst),
    ...ending(scene, entries.length, { command: 'selfsame audit', whole }),
  ];
}

function choice(scene: Scene, tenants: readonly Tenant[]): Node {
  const query = scene.route.query;
  const action = input('audit-action', {
    value: query['action'] ?? '',
    pattern: '[a-z][a-z0-9.\\-]*',
    title: 'Small letters, digits, dots and hyphens',
    maxlength: 64,
    autocapitalize: 'none',
  });
  const since = input('audit-since', { type: 'date', value: query['since'] ?? '' });
  const fields = [field('Action', action, 'Such as keys.create.'), field('Since', since)];
  return filter(scene, tenants, fields, () => ({ action: action.value.trim(), since: since.value }));
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
