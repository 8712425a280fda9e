import { Controller, Get, Inject, Query } from '@nestjs/common';
import { requirePlatformAdmin, type AdminUser } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { Tenant } from '@salient/contracts/admin';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { fleetPage, type FleetTenant, type ServerAccess } from '@salient/tenancy/lifecycle';
import { CurrentAdmin } from '../access/admin-access.js';
import { SERVER_ACCESS } from '../accounts/lifecycle.module.js';

/** The fleet, for platform admins. */
@Controller('tenants')
export class TenantsController {
  constructor(@Inject(SERVER_ACCESS) private readonly access: ServerAccess) {}

  @Get()
  @Describe({
    summary: 'List tenants',
    description: 'Where each account lives, its schema, its connections now. For platform admins.',
    query: PageQuery,
    answers: { 200: pageOf(Tenant) },
    problems: ['invalid_request', 'token_missing', 'token_invalid', 'token_expired', 'forbidden'],
  })
  async list(@CurrentAdmin() admin: AdminUser, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<Tenant>> {
    requirePlatformAdmin(admin);
    const rows = await fleetPage(this.access, { limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
    return pageOfRows(rows, query.limit, tenantView, (tenant) => tenant.id);
  }
}

function tenantView({ created_at, migration_failed_at, ...tenant }: FleetTenant): Tenant {
  return { ...tenant, migration_failed_at: migration_failed_at?.toISOString() ?? null, created_at: created_at.toISOString() };
}
