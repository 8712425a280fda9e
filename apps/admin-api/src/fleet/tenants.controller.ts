import { Controller, Get, Inject, Query } from '@nestjs/common';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { Tenant } from '@salient/contracts/admin';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { ServerBrokers } from '@salient/tenancy';
import { fleetPage, type FleetTenant, type ServerAccess } from '@salient/tenancy/lifecycle';
import { ForPlatformAdmins } from '../access/admin-access.js';
import { SERVER_ACCESS } from '../accounts/lifecycle.module.js';

/** The fleet, for platform admins. */
@Controller('tenants')
export class TenantsController {
  constructor(
    @Inject(SERVER_ACCESS) private readonly access: ServerAccess,
    private readonly brokers: ServerBrokers,
  ) {}

  @Get()
  @ForPlatformAdmins()
  @Describe({
    summary: 'List tenants',
    description: 'Where each account lives, its schema, size, connections now, last backup and breaker. For platform admins.',
    query: PageQuery,
    answers: { 200: pageOf(Tenant) },
    problems: ['invalid_request', 'token_missing', 'token_invalid', 'token_expired', 'forbidden'],
  })
  async list(@Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<Tenant>> {
    const rows = await fleetPage(this.access, { limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
    return pageOfRows(
      rows,
      query.limit,
      (row) => this.view(row),
      ({ id }) => id,
    );
  }

  private view({ address, created_at, migration_failed_at, last_backup_at, ...tenant }: FleetTenant): Tenant {
    const broken = this.brokers.isBroken(tenant.id, address);
    return {
      ...tenant,
      migration_failed_at: migration_failed_at?.toISOString() ?? null,
      last_backup_at: last_backup_at?.toISOString() ?? null,
      breaker: broken === null ? null : broken ? 'open' : 'closed',
      created_at: created_at.toISOString(),
    };
  }
}
