/** What a view is given, and what it gives back. */
import type { Api } from './api.js';
import type { Route } from './routes.js';
import type { Me } from './wire.js';

export interface Scene {
  readonly api: Api;
  readonly me: Me;
  readonly route: Route;
  /** Aborted when the user has gone elsewhere. */
  readonly signal: AbortSignal;
  /** Shows the view again, as something has changed; the message says what. */
  reload(message: string): void;
  /** Goes to another address. */
  go(address: string): void;
  /** Asks the server again who is signed in, then reloads. */
  reloadAll(message: string): void;
}

/** What is shown below the heading. */
export type View = (scene: Scene) => Promise<readonly Node[]>;

export function isAdministrator(scene: Scene): boolean {
  return scene.me.role === 'ADMINISTRATOR';
}
