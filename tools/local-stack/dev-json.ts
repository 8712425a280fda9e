import type { ReadyAccount } from './demo-accounts.ts';

/** `dev.json`: what tests, clients and the benchmark need to know of the running stack. */
export interface DevJson {
  readonly chat_api: string;
  readonly admin_api: string;
  readonly admin_ui: string;
  readonly admin: { readonly email: string; readonly password: string };
  /** A superuser URL of the control database. */
  readonly postgres: string;
  readonly accounts: readonly ReadyAccount[];
  readonly processes: readonly { readonly app: string; readonly pid: number; readonly url: string }[];
}
