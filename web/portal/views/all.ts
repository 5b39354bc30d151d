import type { ViewName } from '../routes.js';
import type { View } from '../scene.js';
import { account } from './account.js';
import { audit } from './audit.js';
import { keys } from './keys.js';
import { models } from './models.js';
import { overview } from './overview.js';
import { receipts } from './receipts.js';
import { retention } from './retention.js';
import { rules } from './rules.js';
import { sessions } from './sessions.js';
import { signingKeys } from './signing-keys.js';
import { tenants } from './tenants.js';
import { usage } from './usage.js';
import { users } from './users.js';

/** Which view is shown at which address. */
export const VIEWS: Readonly<Record<ViewName, View>> = {
  overview,
  tenants,
  keys,
  usage,
  sessions,
  rules,
  retention,
  audit,
  receipts,
  'signing-keys': signingKeys,
  models,
  users,
  account,
};
