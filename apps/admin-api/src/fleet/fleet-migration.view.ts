import type { FleetMigration, FleetMigrationDetail } from '@salient/contracts/admin';
import type { FleetMigrationRow, MigratedTenantRow } from '@salient/tenancy/lifecycle';

export function migrationView(row: FleetMigrationRow): FleetMigration {
  const { created_at, finished_at, ...migration } = row;
  return {
    ...migration,
    seconds_left: secondsLeft(row),
    created_at: created_at.toISOString(),
    finished_at: finished_at?.toISOString() ?? null,
  };
}

export function migrationDetail(row: FleetMigrationRow, tenants: readonly MigratedTenantRow[]): FleetMigrationDetail {
  return {
    ...migrationView(row),
    tenants: tenants.map(({ tenant_id: id, finished_at, ...tenant }) => ({ id, ...tenant, finished_at: finished_at.toISOString() })),
  };
}

function secondsLeft({ status, total, done, failed, created_at }: FleetMigrationRow): number | null {
  if (status !== 'running' || total === null || done + failed === 0) return null;
  const secondsEach = (Date.now() - created_at.getTime()) / 1_000 / (done + failed);
  return Math.max(0, Math.round(secondsEach * (total - done - failed)));
}
