/** Where a user can go. */
import { h } from './dom.js';
import { addressOf, type Route, type ViewName } from './routes.js';
import type { Me } from './wire.js';

interface Goal {
  readonly text: string;
  readonly view: ViewName;
  readonly tenant?: string;
}

/** What one user may see; the server decides, this spares clicks. */
export function goals(me: Me): Goal[] {
  const own = me.tenant;
  if (own !== null) {
    return [
      { text: 'Overview', view: 'overview' },
      ...tenantGoals(own),
      { text: 'Deletion receipts', view: 'receipts' },
      { text: 'Audit trail', view: 'audit' },
      { text: 'Models and licences', view: 'models' },
      { text: 'My account', view: 'account' },
    ];
  }
  return [
    { text: 'Overview', view: 'overview' },
    { text: 'Tenants', view: 'tenants' },
    { text: 'Deletion receipts', view: 'receipts' },
    { text: 'Audit trail', view: 'audit' },
    { text: 'Signing keys', view: 'signing-keys' },
    { text: 'Models and licences', view: 'models' },
    { text: 'Users', view: 'users' },
    { text: 'My account', view: 'account' },
  ];
}

/** The views of one tenant. */
export function tenantGoals(tenant: string): Goal[] {
  return [
    { text: 'Keys', view: 'keys', tenant },
    { text: 'Usage', view: 'usage', tenant },
    { text: 'Sessions', view: 'sessions', tenant },
    { text: 'Matching rules', view: 'rules', tenant },
    { text: 'Retention and consent', view: 'retention', tenant },
  ];
}

/** Links as a list, the one that is shown marked. */
export function links(list: readonly Goal[], route: Route): HTMLUListElement {
  return h(
    'ul',
    {},
    ...list.map(({ text, view, tenant = '' }) => {
      const isHere = view === route.view && tenant === route.tenant;
      const isAbove = view === 'tenants' && route.tenant !== '';
      const current = isHere ? 'page' : isAbove ? 'true' : undefined;
      return h('li', {}, h('a', { href: addressOf(view, tenant), 'aria-current': current }, text));
    }),
  );
}
