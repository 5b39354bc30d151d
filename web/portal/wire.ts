/** What the server sends and takes, as it stands on the wire. Times are ISO-8601 in UTC, days are 2026-11-22. */

export type Role = 'ADMINISTRATOR' | 'TENANT';

export interface Me {
  readonly name: string;
  readonly role: Role;
  /** Of a tenant's user. */
  readonly tenant: string | null;
  readonly csrf: string;
  /** Whether signing in takes a one-time code. */
  readonly totp: boolean;
}

export interface Overview {
  readonly people: number;
  /** Open now; null where their store does not tell. */
  readonly bioSessions?: number | null;
  /** Under way on this server. */
  readonly captures: number;
  readonly statusPage: boolean;
  readonly today: { readonly requests: number; readonly errors: number };
  readonly version: string;
  readonly uptimeSeconds: number;
}

export interface Tenant {
  readonly id: string;
  readonly name?: string | null;
  readonly created: string;
  readonly people: number;
}

export interface Key {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly created: string;
  readonly lastUsed?: string | null;
  readonly expires?: string | null;
  readonly revoked?: string | null;
}

export interface Keys {
  readonly keys: readonly Key[];
  /** All that can be given. */
  readonly scopes: readonly string[];
}

/** A key that has just been made; its text is never sent again. */
export interface IssuedKey {
  readonly id: string;
  readonly key: string;
}

export interface UsageRow {
  readonly day: string;
  readonly key: string;
  readonly operation: string;
  readonly outcome: string;
  readonly requests: number;
}

export interface Sessions {
  readonly open: number;
  /** Under way on this server. */
  readonly captures: number;
  /** So many are listed at most. */
  readonly limit: number;
  /** Those first that end last. */
  readonly sessions: readonly Session[];
}

export interface Session {
  /** The first digits of its id. */
  readonly id: string;
  readonly created: string;
  readonly expires: string;
  readonly correlationId?: string | null;
  readonly faces: number;
  readonly liveness?: { readonly kind: string; readonly status: string } | null;
}

export interface Measured {
  readonly modality: string;
  readonly fmr: number;
  readonly fnmr: number;
  readonly set: string;
}

export interface Rules {
  /** Null where the server's own holds. */
  readonly faceFmr: number | null;
  readonly fingerFmr: number | null;
  readonly serverFaceFmr: number;
  readonly serverFingerFmr: number;
  readonly measured: readonly Measured[];
}

export interface Retention {
  /** Null where it is kept until somebody deletes it. */
  readonly peopleDays: number | null;
  /** Since when it is known who is verified. */
  readonly peopleSince: string | null;
  readonly usageDays: number | null;
  readonly deleteEndedConsents: boolean;
  /** How long receipts are kept, by the server. */
  readonly receiptDays: number;
  readonly consents: { readonly people: number; readonly recorded: number; readonly ended: number };
  /** What the next run deletes. */
  readonly due: { readonly unused: number; readonly consentEnded: number; readonly usageCounts: number };
}

export interface Receipt {
  readonly id: string;
  readonly deleted: string;
  readonly tenant: string;
  /** A keyed hash of the person's name; null for a whole tenant. */
  readonly subject: string | null;
  readonly reason: string;
  readonly people: number;
  readonly faces: number;
  readonly fingers: number;
  readonly consents: number;
  readonly kid: string;
}

export interface AuditEntry {
  readonly at: string;
  readonly tenant: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: string;
}

export interface SigningKey {
  readonly kid: string;
  readonly algorithm: string;
  readonly created: string;
  readonly current: boolean;
  readonly retired?: string | null;
}

export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly networks: readonly Network[];
}

export interface Network {
  readonly name: string;
  readonly role: string;
  readonly licence: string;
  readonly origin: string;
}

export interface User {
  readonly name: string;
  readonly role: Role;
  readonly tenant?: string | null;
  readonly created: string;
  readonly totp: boolean;
  readonly locked: boolean;
}

/** A one-time code generator to be, not yet in force. */
export interface Totp {
  /** Base32. */
  readonly secret: string;
  /** An otpauth URI. */
  readonly uri: string;
}
