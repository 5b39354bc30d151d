/** Lists that begin with the latest, of one tenant or of all: the audit trail, and the receipts. */
import type { Child } from './dom.js';
import { h } from './dom.js';
import { button, field, form, select } from './form.js';
import { addressOf, type Route } from './routes.js';
import { isAdministrator, type Scene } from './scene.js';
import { bar } from './words.js';
import type { Tenant } from './wire.js';

const FEW = 100;
const MANY = 1_000;

/** What follows a list. */
export interface Ending {
  /** The command that prints all. */
  readonly command: string;
  /** What is said where nothing is left out. */
  readonly whole: string;
  /** What is said below the button for more. */
  readonly part?: string;
}

/** How many rows an address asks for. */
export function limitOf({ query }: Route): number {
  return query['limit'] === String(MANY) ? MANY : FEW;
}

/** The tenants to choose from: none for who sees one alone. */
export async function tenantsFor(scene: Scene): Promise<readonly Tenant[]> {
  if (!isAdministrator(scene)) {
    return [];
  }
  return (await scene.api.get<{ tenants: Tenant[] }>('tenants', scene.signal)).tenants;
}

/** Asks for a tenant, and what else the view lets choose. */
export function filter(
  scene: Scene,
  tenants: readonly Tenant[],
  fields: readonly Child[],
  chosen: () => Readonly<Record<string, string>>,
): Node {
  const { view, query } = scene.route;
  const tenant = tenantChoice(`${view}-tenant`, query['tenant'] ?? '', tenants);
  const made = form({
    id: `${view}-filter`,
    fields: [h('div', { class: 'fields' }, isAdministrator(scene) && field('Tenant', tenant), ...fields)],
    submit: 'Show',
    act: () => scene.go(addressOf(view, '', { tenant: tenant.value, ...chosen() })),
  });
  made.classList.add('card', 'filter');
  return made;
}

function tenantChoice(id: string, chosen: string, tenants: readonly Tenant[]): HTMLSelectElement {
  const ids = tenants.map((tenant) => tenant.id);
  // why: a tenant that was deleted is there no more, what is told of it is
  const all = chosen === '' || ids.includes(chosen) ? ids : [...ids, chosen];
  return select(id, [{ value: '', text: 'All tenants' }, ...all.map((each) => ({ value: each, text: each }))], chosen);
}

/** Leads to more where a list may go on. */
export function ending(scene: Scene, found: number, { command, whole, part = '' }: Ending): Node[] {
  const { view, query } = scene.route;
  const limit = limitOf(scene.route);
  if (found < limit) {
    return [help(whole)];
  }
  if (limit === MANY) {
    return [help(`These are the latest ${limit}. The command “${command}” prints all.`)];
  }
  const more = addressOf(view, '', { ...query, limit: String(MANY) });
  const shown = bar(button('Show more', () => scene.go(more)));
  return part === '' ? [shown] : [shown, help(part)];
}

function help(text: string): Node {
  return h('p', { class: 'help' }, text);
}
