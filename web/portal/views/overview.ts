/** How much there is, and what to do next. */
import { h } from '../dom.js';
import { button, field, select } from '../form.js';
import { countText, durationText, plural } from '../numbers.js';
import { addressOf, queryText } from '../routes.js';
import { isAdministrator, type Scene } from '../scene.js';
import { bar, card } from '../words.js';
import type { Overview, Tenant } from '../wire.js';

export async function overview(scene: Scene): Promise<Node[]> {
  const tenant = scene.route.query['tenant'] ?? '';
  const query = queryText({ tenant });
  const [figures, { tenants }] = await Promise.all([
    scene.api.get<Overview>(query === '' ? 'overview' : `overview?${query}`, scene.signal),
    scene.api.get<{ tenants: Tenant[] }>('tenants', scene.signal),
  ]);
  return [
    isAdministrator(scene) ? choice(scene, tenants, tenant) : bar(refresh(scene)),
    tiles(figures),
    nextSteps(scene, tenant === '' ? (tenants[0]?.id ?? '') : tenant),
    h(
      'p',
      { class: 'help' },
      `Selfsame ${figures.version}, running for ${durationText(figures.uptimeSeconds)}.`,
    ),
  ];
}

function choice(scene: Scene, tenants: readonly Tenant[], chosen: string): Node {
  const options = [{ value: '', text: 'All tenants' }, ...tenants.map(({ id }) => ({ value: id, text: id }))];
  const tenant = select('overview-tenant', options, chosen);
  const show = button('Show', () => scene.go(addressOf('overview', '', { tenant: tenant.value })));
  return bar(field('Tenant', tenant), show, refresh(scene));
}

function refresh(scene: Scene): HTMLButtonElement {
  return button('Refresh', () => scene.reload('The figures are up to date.'));
}

function tiles({ people, bioSessions, captures, today }: Overview): HTMLElement {
  const list: Tile[] = [
    { name: 'People enrolled', value: countText(people), more: '' },
    {
      name: 'Requests today',
      value: countText(today.requests),
      more: today.errors === 0 ? 'none of them failed' : `${plural(today.errors, 'error')} among them`,
    },
    ...optional('Sessions now', bioSessions, 'on the whole server'),
    ...optional('Captures now', captures, 'live, with a camera'),
  ];
  return h(
    'dl',
    { class: 'tiles' },
    ...list.map(({ name, value, more }) =>
      h('div', {}, h('dt', {}, name), h('dd', {}, h('b', {}, value), more !== '' && h('small', {}, more))),
    ),
  );
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly more: string;
}

function optional(name: string, value: number | null | undefined, more: string): Tile[] {
  return value === null || value === undefined ? [] : [{ name, value: countText(value), more }];
}

function nextSteps(scene: Scene, tenant: string): Node {
  const step = (href: string, text: string, why: string): Node =>
    h('li', {}, h('a', { href }, text), h('small', {}, why));
  const ofTenant =
    tenant === ''
      ? [step(addressOf('tenants'), 'Make a tenant', 'Keys, people and thresholds belong to one.')]
      : [
          step(addressOf('keys', tenant), `Make an API key for ${tenant}`, 'A program shows it with every request.'),
          step(addressOf('usage', tenant), `See what ${tenant} has used`, 'By day, key and operation.'),
        ];
  const account = step(addressOf('account'), 'Protect your account', 'A password of your own and a one-time code.');
  return card(
    'What next',
    h(
      'ul',
      { class: 'steps' },
      ...ofTenant,
      step('../capture/', 'Try a live capture', 'With the camera of this device.'),
      step('../docs/guide/', 'Read the guide', 'Every document, from the first match to a disaster plan.'),
      !scene.me.totp && account,
    ),
  );
}
