/** Customers of the server. */
import { step } from '../api.js';
import { ask, askTyped } from '../dialog.js';
import { h } from '../dom.js';
import { button, field, input } from '../form.js';
import { countText } from '../numbers.js';
import { addressOf } from '../routes.js';
import { isAdministrator, type Scene } from '../scene.js';
import { table } from '../table.js';
import { bar, day, lead } from '../words.js';
import type { Tenant } from '../wire.js';

export async function tenants(scene: Scene): Promise<Node[]> {
  const { tenants: list } = await scene.api.get<{ tenants: Tenant[] }>('tenants', scene.signal);
  const make = button('Make a tenant', () => create(scene), { class: 'main', id: 'create-tenant' });
  return [
    lead('A tenant is a customer of this server, or a part of your own house. No tenant sees what belongs to another.'),
    bar(isAdministrator(scene) && make),
    table(
      [
        { head: 'Tenant', cell: ({ id }) => h('a', { href: addressOf('keys', id) }, id) },
        { head: 'Name', cell: ({ name }) => name ?? '–' },
        { head: 'People', isNumber: true, cell: ({ people }) => countText(people) },
        { head: 'Made', cell: ({ created }) => day(created) },
        { head: 'Actions', cell: (tenant) => actions(scene, tenant) },
      ],
      list,
      { caption: 'Tenants', empty: 'There is no tenant. Make one; keys and people belong to it.' },
    ),
  ];
}

function actions(scene: Scene, { id }: Tenant): Node {
  return h(
    'span',
    { class: 'actions' },
    h('a', { href: addressOf('usage', id), 'aria-label': `Usage of ${id}` }, 'Usage'),
    h('a', { href: addressOf('rules', id), 'aria-label': `Matching rules of ${id}` }, 'Rules'),
    isAdministrator(scene) &&
      button('Delete', () => remove(scene, id), { class: 'small danger', 'aria-label': `Delete ${id}` }),
  );
}

function create(scene: Scene): void {
  const id = input('tenant-id', { required: true, pattern: '[a-z0-9][a-z0-9\\-]{0,63}', maxlength: 64 });
  const name = input('tenant-name', { maxlength: 100 });
  ask('Make a tenant', {
    id: 'new-tenant',
    fields: [
      field('Id', id, 'Small letters, digits and hyphens. It stands in commands and bills, and is never given twice.'),
      field('Name', name, 'What people call it. May be left out.'),
    ],
    submit: 'Make the tenant',
    act: async () => {
      const named = name.value.trim() === '' ? {} : { name: name.value.trim() };
      await scene.api.call('POST', 'tenants', { id: id.value, ...named });
      return () => scene.reload(`The tenant ${id.value} is made. Make a key for it next.`);
    },
  });
}

function remove(scene: Scene, id: string): void {
  askTyped(`Delete ${id}?`, id, {
    id: 'delete-tenant',
    fields: [
      h(
        'p',
        {},
        'Its people, keys, thresholds and counts are erased at once, and nothing brings them back.',
        ' The audit trail stays. Save the usage before if somebody is to pay.',
      ),
    ],
    submit: 'Delete for ever',
    danger: true,
    act: async () => {
      await scene.api.call('DELETE', `tenants/${step(id)}?confirm=${step(id)}`);
      return () => scene.reload(`The tenant ${id} is deleted.`);
    },
  });
}
