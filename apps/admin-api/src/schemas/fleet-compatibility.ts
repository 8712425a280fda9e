import { Injectable } from '@nestjs/common';
import type { AccountCompatibility, PlatformCompatibilityReport } from '@salient/contracts/directory-schemas';
import type { SchemaVersionRow } from '@salient/domain/directory';
import { accountCompatibility, AccountSchemas, schemaChanges } from '@salient/domain/directory/admin';
import { ControlDatabase, pageOfRows, SalientError } from '@salient/platform';
import { TenantDb, Tenants } from '@salient/tenancy';

type Schema = SchemaVersionRow['schema'];

export interface AccountsPage {
  readonly limit: number;
  readonly before: string | null;
  /** Only these; null for all. */
  readonly slugs: readonly string[] | null;
}

interface AccountKey {
  readonly id: string;
  readonly slug: string;
}

/** What a version of a schema would do to all accounts, one after the other and a page of them at a time. */
@Injectable()
export class FleetCompatibility {
  constructor(
    private readonly control: ControlDatabase,
    private readonly tenants: Tenants,
    private readonly db: TenantDb,
    private readonly schemas: AccountSchemas,
  ) {}

  async report(newest: SchemaVersionRow, schema: Schema, page: AccountsPage): Promise<PlatformCompatibilityReport> {
    const accounts = await this.control.query<AccountKey>(ACCOUNTS, [page.before, page.slugs, page.limit + 1]);
    const reports = new Map<string, AccountCompatibility>();
    for (const { id, slug } of accounts.slice(0, page.limit)) reports.set(id, await this.ofAccount(slug, newest.entry_type, schema));
    const { data, ...rest } = pageOfRows(
      accounts,
      page.limit,
      ({ id }) => reports.get(id)!,
      ({ id }) => id,
    );
    const concerned = data.filter(({ lists, error }) => lists.length > 0 || error !== null);
    return { changes: schemaChanges(newest.schema, schema), data: concerned, ...rest };
  }

  /** An account that cannot be reached does not hide what the others would say. */
  private async ofAccount(slug: string, entryType: string, schema: Schema): Promise<AccountCompatibility> {
    try {
      return await this.tenants.run(await this.tenants.find(slug), async () => {
        const under = await this.schemas.pinnedOver(entryType, schema);
        return accountCompatibility(this.db, entryType, under);
      });
    } catch (error) {
      if (!(error instanceof SalientError)) throw error;
      return { account: slug, compatible: false, lists: [], agents: [], error: error.code };
    }
  }
}

const ACCOUNTS = `
  SELECT tenant_id AS id, slug FROM tenant_registry
  WHERE status = 'active' AND ($1::uuid IS NULL OR tenant_id < $1) AND ($2::text[] IS NULL OR slug = ANY ($2))
  ORDER BY tenant_id DESC LIMIT $3`;
