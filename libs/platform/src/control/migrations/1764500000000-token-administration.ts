import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tokens that can be changed by version, bound to networks, and rolled; `lineage_id` is the first token of a line of rolled
 * ones, so that a roll is no fresh budget. What only notes use or a warning tells no cache to forget.
 */
export class TokenAdministration1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_tokens
        ADD COLUMN allowed_ips text[] NOT NULL DEFAULT '{}',
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN lineage_id uuid,
        ADD COLUMN expiry_warned_at timestamptz;
      CREATE INDEX api_tokens_expiry ON api_tokens (expires_at) WHERE revoked_at IS NULL AND expiry_warned_at IS NULL;
      ${notifyUnlessOnly(['last_used_at', 'expiry_warned_at'])}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${notifyUnlessOnly(['last_used_at'])};
      DROP INDEX api_tokens_expiry;
      ALTER TABLE api_tokens DROP COLUMN allowed_ips, DROP COLUMN version, DROP COLUMN lineage_id, DROP COLUMN expiry_warned_at`);
  }
}

function notifyUnlessOnly(columns: readonly string[]): string {
  const ignored = `'{${columns.join(',')}}'::text[]`;
  return `
    CREATE OR REPLACE FUNCTION notify_api_token() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE changed api_tokens := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - ${ignored} = to_jsonb(OLD) - ${ignored} THEN RETURN NULL; END IF;
      PERFORM pg_notify('salient_control', json_build_object('topic', 'token', 'id', changed.id, 'key', changed.ref)::text);
      RETURN NULL;
    END $$`;
}
