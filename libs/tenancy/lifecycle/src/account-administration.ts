import { writeAuditEvent, type ControlDatabase, type Sql } from '@salient/platform';
import { AccountNotFound } from '@salient/tenancy';
import { accounts, type AccountRow } from './account.store.js';
import { AccountStatusConflict, SlugTaken } from './lifecycle.errors.js';
import type { LifecycleActor } from './lifecycle-actor.js';

const UNIQUE_VIOLATION = '23505';

/**
 * Changes what the registry says of an account. Every process hears of it within a second; each change is audited in its
 * own transaction, and asking for what is already so changes nothing.
 */
export class AccountAdministration {
  constructor(private readonly control: ControlDatabase) {}

  /** @throws SlugTaken, AccountNotFound */
  async update(id: string, change: { readonly slug?: string; readonly name?: string }, actor: LifecycleActor): Promise<AccountRow> {
    return this.change(id, 'account.updated', actor, async (sql, before) => {
      const { slug = before.slug, name = before.name } = change;
      if (slug === before.slug && name === before.name) return null;
      await sql.query('UPDATE tenant_registry SET slug = $2, name = $3 WHERE tenant_id = $1', [id, slug, name]).catch((error: unknown) => {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new SlugTaken(slug) : error;
      });
      return { before: { slug: before.slug, name: before.name }, after: { slug, name } };
    });
  }

  /** From now on the account answers 503 `tenant_suspended`; nothing is lost. */
  suspend(id: string, actor: LifecycleActor): Promise<AccountRow> {
    return this.setStatus(id, 'account.suspended', actor, ['active'], 'suspended');
  }

  /** Takes a suspension or a deletion in grace back. */
  resume(id: string, actor: LifecycleActor): Promise<AccountRow> {
    return this.setStatus(id, 'account.resumed', actor, ['suspended', 'deleting'], 'active');
  }

  /** Ends the account's service at once. Its data can be had back by {@link resume} until the grace is over. */
  delete(id: string, graceSeconds: number, actor: LifecycleActor): Promise<AccountRow> {
    return this.change(id, 'account.deletion_began', actor, async (sql, before) => {
      if (before.status === 'deleting' && graceSeconds > 0) return null;
      refuseUnless(['active', 'suspended', 'deleting'], before);
      await sql.query(
        `UPDATE tenant_registry SET status = 'deleting', delete_after = now() + make_interval(secs => $2) WHERE tenant_id = $1`,
        [id, graceSeconds],
      );
      return { grace_seconds: graceSeconds };
    });
  }

  private setStatus(
    id: string,
    action: string,
    actor: LifecycleActor,
    from: readonly AccountRow['status'][],
    to: 'active' | 'suspended',
  ): Promise<AccountRow> {
    return this.change(id, action, actor, async (sql, before) => {
      if (before.status === to) return null;
      refuseUnless(from, before);
      await sql.query('UPDATE tenant_registry SET status = $2, delete_after = NULL WHERE tenant_id = $1', [id, to]);
      return { before: before.status, after: to };
    });
  }

  /** @param work makes the change and answers the details for the audit; null when there was nothing to change */
  private change(
    id: string,
    action: string,
    { requestId, ...actor }: LifecycleActor,
    work: (sql: Sql, before: AccountRow) => Promise<Record<string, unknown> | null>,
  ): Promise<AccountRow> {
    return this.control.transaction(async (sql) => {
      const [locked] = await sql.query('SELECT 1 FROM tenant_registry WHERE tenant_id = $1 FOR UPDATE', [id]);
      if (!locked) throw new AccountNotFound(id);
      const details = await work(sql, await accounts.find(sql, id));
      if (details !== null)
        await writeAuditEvent(sql, { tenantId: id, actor, action, target: { kind: 'account', id }, details, requestId });
      return accounts.find(sql, id);
    });
  }
}

function refuseUnless(allowed: readonly AccountRow['status'][], { status }: AccountRow): void {
  if (!allowed.includes(status)) throw new AccountStatusConflict(status);
}
