import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Moves of accounts to other database servers, as jobs that survive the process that does them. A move that has ended well
 * keeps the former database until `keep_until`.
 */
export class TenantMoves1764920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenant_moves (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL REFERENCES tenant_registry,
        status text NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'cancelled')),
        step text NOT NULL CHECK (step IN ('preparing', 'copying', 'catching_up', 'pausing', 'settling', 'undoing', 'ended')),
        from_server_id uuid NOT NULL REFERENCES database_servers,
        from_database text NOT NULL,
        to_server_id uuid NOT NULL REFERENCES database_servers,
        to_database text NOT NULL,
        to_connection text NOT NULL,
        status_before_pause text,
        pause_expires_at timestamptz,
        pauses integer NOT NULL DEFAULT 0,
        paused_ms integer,
        rows_total bigint,
        rows_copied bigint NOT NULL DEFAULT 0,
        rows_caught_up bigint NOT NULL DEFAULT 0,
        keep_seconds integer NOT NULL,
        keep_until timestamptz,
        former_dropped_at timestamptz,
        cancel_requested_at timestamptz,
        started_by text NOT NULL,
        error text,
        worker_id uuid,
        lease_expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE UNIQUE INDEX tenant_moves_one_at_a_time ON tenant_moves (tenant_id) WHERE status = 'running';
      CREATE INDEX tenant_moves_tenant ON tenant_moves (tenant_id, id DESC);
      CREATE INDEX tenant_moves_kept ON tenant_moves (keep_until) WHERE status = 'completed' AND former_dropped_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tenant_moves');
  }
}
