import { Injectable } from '@nestjs/common';
import { actorNames, adminUsers } from '@salient/auth/admin';
import type { AuditExportQuery, AuditQuery, AuditRecord } from '@salient/contracts/admin';
import type { Page } from '@salient/contracts';
import {
  auditEvents,
  auditPage,
  ControlDatabase,
  decodeCursor,
  pageOfRows,
  UUID_KEY,
  type AuditFilter,
  type AuditRow,
} from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { auditView } from './audit.view.js';

/**
 * What was done in an account: events of its own data are in its own database, those of its tokens and members in the control
 * database. Works inside the account's database.
 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly control: ControlDatabase,
    private readonly db: TenantDb,
  ) {}

  async page(accountId: string, query: AuditQuery): Promise<Page<AuditRecord>> {
    const filter = await this.filterOf(query);
    const rows = await auditPage(this.stores(accountId), filter, { limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
    const names = await this.namesOf(rows);
    return pageOfRows(
      rows,
      query.limit,
      (row) => auditView(row, names),
      (row) => row.id,
    );
  }

  async *lines(accountId: string, query: AuditExportQuery): AsyncGenerator<string> {
    const filter = await this.filterOf(query);
    for await (const rows of auditEvents(this.stores(accountId), filter)) {
      const names = await this.namesOf(rows);
      for (const row of rows) yield JSON.stringify(auditView(row, names));
    }
  }

  private stores(accountId: string) {
    return [
      { sql: this.control, tenantId: accountId },
      { sql: this.db, tenantId: null },
    ];
  }

  private namesOf(rows: readonly AuditRow[]): Promise<ReadonlyMap<string, string>> {
    return actorNames(this.control, [...new Set(rows.map((row) => row.actor_id))]);
  }

  private async filterOf({ actor, action, target, start, end }: AuditExportQuery): Promise<AuditFilter> {
    const user = actor?.includes('@') ? await adminUsers.findByEmail(this.control, actor) : null;
    return {
      action,
      target,
      actors: actor === undefined ? undefined : [actor, ...(user ? [user.id] : [])],
      start: start === undefined ? undefined : new Date(start),
      end: end === undefined ? undefined : new Date(end),
    };
  }
}
