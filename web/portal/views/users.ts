/** Who may use the portal. */
import { step } from '../api.js';
import { ask, askTyped, showSecret } from '../dialog.js';
import { h } from '../dom.js';
import { button, field, input, select } from '../form.js';
import { addressOf } from '../routes.js';
import type { Scene } from '../scene.js';
import { table } from '../table.js';
import { badge, bar, day, lead } from '../words.js';
import type { Tenant, User } from '../wire.js';

const ADMINISTRATOR = '';
const NAME = '[a-z0-9][a-z0-9._@+\\-]{0,55}';

export async function users(scene: Scene): Promise<Node[]> {
  const [{ users: list }, { tenants }] = await Promise.all([
    scene.api.get<{ users: User[] }>('users', scene.signal),
    scene.api.get<{ tenants: Tenant[] }>('tenants', scene.signal),
  ]);
  return [
    lead('Administrators may do everything. A tenant’s user sees that tenant only.'),
    bar(button('Make a user', () => create(scene, tenants), { class: 'main', id: 'create-user' })),
    table(
      [
        { head: 'Name', cell: ({ name }) => name },
        { head: 'May use', cell: rights },
        { head: 'Made', cell: ({ created }) => day(created) },
        { head: 'Sign-in', cell: signInState },
        { head: 'Actions', cell: (user) => actions(scene, user) },
      ],
      list,
      { caption: 'Users', empty: 'There are no users.' },
    ),
  ];
}

function rights({ role, tenant }: User): Node {
  return role === 'ADMINISTRATOR'
    ? badge('plain', 'everything')
    : h('a', { href: addressOf('keys', tenant ?? '') }, tenant ?? '');
}

function signInState({ totp, locked }: User): Node {
  return h(
    'span',
    { class: 'badges' },
    totp ? badge('good', 'one-time code') : badge('warn', 'password alone'),
    locked && badge('bad', 'locked'),
  );
}

function actions(scene: Scene, { name }: User): Node | string {
  if (name === scene.me.name) {
    return h('a', { href: addressOf('account') }, 'My account');
  }
  return h(
    'span',
    { class: 'actions' },
    button('New password', () => reset(scene, name), { class: 'small', 'aria-label': `New password for ${name}` }),
    button('Delete', () => remove(scene, name), { class: 'small danger', 'aria-label': `Delete ${name}` }),
  );
}

function create(scene: Scene, tenants: readonly Tenant[]): void {
  const name = input('user-name', { required: true, pattern: NAME, maxlength: 56, autocapitalize: 'none' });
  const options = tenants.map(({ id }) => ({ value: id, text: `the tenant ${id}` }));
  const tenant = select('user-tenant', [...options, { value: ADMINISTRATOR, text: 'everything, as an administrator' }], '');
  tenant.selectedIndex = 0;
  ask('Make a user', {
    id: 'new-user',
    fields: [field('Name', name, 'What is typed to sign in: small letters, digits and . _ @ + -'), field('May use', tenant)],
    submit: 'Make the user',
    act: async () => {
      const role = tenant.value === ADMINISTRATOR ? { role: 'ADMINISTRATOR' } : { role: 'TENANT', tenant: tenant.value };
      const made = await scene.api.call<{ name: string; password: string }>('POST', 'users', { name: name.value, ...role });
      return () => show(scene, made.name, made.password, `The user ${made.name} is made.`);
    },
  });
}

function reset(scene: Scene, name: string): void {
  ask(`Give ${name} a new password?`, {
    id: 'reset-password',
    fields: [h('p', {}, 'The old password ends at once, and so does every session of this user.')],
    submit: 'Give a new password',
    act: async () => {
      const { password } = await scene.api.call<{ password: string }>('POST', `users/${step(name)}/password`);
      return () => show(scene, name, password, `${name} has a new password.`);
    },
  });
}

function remove(scene: Scene, name: string): void {
  askTyped(`Delete ${name}?`, name, {
    id: 'delete-user',
    fields: [h('p', {}, 'This user can sign in no more. What was done stays in the audit trail.')],
    submit: 'Delete the user',
    danger: true,
    act: async () => {
      await scene.api.call('DELETE', `users/${step(name)}`);
      return () => scene.reload(`The user ${name} is deleted.`);
    },
  });
}

function show(scene: Scene, name: string, password: string, message: string): void {
  const secret = {
    title: 'The password',
    lead: `It is shown this once. Hand it to ${name} by a safe way; it should be changed at the first sign-in.`,
    label: `Password of ${name}`,
    text: password,
  };
  showSecret(secret, () => scene.reload(message));
}
