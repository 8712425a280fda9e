/** Who makes a change to an account, for the audit. */
export interface LifecycleActor {
  readonly kind: 'admin' | 'system';
  readonly id: string;
  readonly requestId?: string;
}
