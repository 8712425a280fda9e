import type { Actor } from '@salient/auth/admin';
import type { LifecycleActor } from '@salient/tenancy/lifecycle';

/** Somebody who is signed in, as the audit of accounts names them. */
export function lifecycleActor({ adminId, requestId }: Actor): LifecycleActor {
  return { kind: 'admin', id: adminId, requestId };
}
