/** Addresses of the views: what stands behind the # and what it means. */

const PLAIN = ['overview', 'tenants', 'audit', 'receipts', 'signing-keys', 'models', 'users', 'account'] as const;
const OF_TENANT = ['keys', 'usage', 'sessions', 'rules', 'retention'] as const;

export type ViewName = (typeof PLAIN)[number] | (typeof OF_TENANT)[number];

export interface Route {
  readonly view: ViewName;
  /** Whose view it is; empty for views of the server. */
  readonly tenant: string;
  readonly query: Readonly<Record<string, string>>;
}

const TENANT_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Reads an address; what is none leads to the overview. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = split(hash.replace(/^#/, ''));
  const parts = path.split('/').filter((part) => part !== '');
  const query = Object.fromEntries(new URLSearchParams(search));
  const [first = '', tenant = '', rest = 'keys', ...more] = parts;
  if (first === 'tenants' && TENANT_ID.test(tenant) && isIn(OF_TENANT, rest) && more.length === 0) {
    return { view: rest, tenant, query };
  }
  if (parts.length === 1 && isIn(PLAIN, first)) {
    return { view: first, tenant: '', query };
  }
  return { view: 'overview', tenant: '', query: {} };
}

/** The address of a view; members of the query that are empty are left out. */
export function addressOf(view: ViewName, tenant = '', query: Readonly<Record<string, string>> = {}): string {
  const path = tenant === '' ? `#/${view}` : `#/tenants/${encodeURIComponent(tenant)}/${view}`;
  const search = queryText(query);
  return search === '' ? path : `${path}?${search}`;
}

/** A query without the members that are empty. */
export function queryText(query: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
}

/** What a view is called, in its heading and in the window's title. */
export function titleOf({ view, tenant }: Route): string {
  switch (view) {
    case 'overview':
      return 'Overview';
    case 'tenants':
      return 'Tenants';
    case 'keys':
      return `Keys of ${tenant}`;
    case 'usage':
      return `Usage of ${tenant}`;
    case 'sessions':
      return `Sessions of ${tenant}`;
    case 'rules':
      return `Matching rules of ${tenant}`;
    case 'retention':
      return `Retention and consent of ${tenant}`;
    case 'audit':
      return 'Audit trail';
    case 'receipts':
      return 'Deletion receipts';
    case 'signing-keys':
      return 'Signing keys';
    case 'models':
      return 'Models and licences';
    case 'users':
      return 'Users';
    case 'account':
      return 'My account';
  }
}

function split(text: string): [string, string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function isIn<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
