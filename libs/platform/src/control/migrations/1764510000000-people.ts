import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people need to come in and stay in: invitations, password resets, a second factor, and counters of failed sign-ins that
 * all processes share. Links and recovery codes are stored as SHA-256, the second factor's secret sealed. Raising
 * `session_epoch` ends every session of a user. Audit events are never changed, whoever asks.
 */
export class People1764510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(USERS);
    await runner.query(LINKS);
    await runner.query(APPEND_ONLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_events_append_only ON audit_events;
      DROP FUNCTION refuse_change_of_audit;
      DROP TABLE attempts, password_resets, invitations, totp_recovery_codes;
      ALTER TABLE refresh_tokens DROP COLUMN session_epoch;
      DROP INDEX audit_events_actor;
      DELETE FROM admin_users WHERE password_hash IS NULL;
      ALTER TABLE admin_users ALTER COLUMN password_hash SET NOT NULL, DROP COLUMN name, DROP COLUMN session_epoch,
        DROP COLUMN totp_secret, DROP COLUMN totp_confirmed_at, DROP COLUMN totp_last_step`);
  }
}

const USERS = `
  ALTER TABLE admin_users
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN name text,
    ADD COLUMN session_epoch integer NOT NULL DEFAULT 0,
    ADD COLUMN totp_secret text,
    ADD COLUMN totp_confirmed_at timestamptz,
    ADD COLUMN totp_last_step bigint;

  ALTER TABLE refresh_tokens ADD COLUMN session_epoch integer NOT NULL DEFAULT 0;

  CREATE TABLE totp_recovery_codes (
    user_id uuid NOT NULL REFERENCES admin_users ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, code_hash)
  );

  CREATE TABLE attempts (
    key bytea PRIMARY KEY,
    count integer NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX attempts_expiry ON attempts (expires_at);
`;

const LINKS = `
  CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant_registry ON DELETE CASCADE,
    email text NOT NULL,
    role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
    token_hash bytea NOT NULL UNIQUE,
    invited_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX invitations_email ON invitations (tenant_id, lower(email));

  CREATE TABLE password_resets (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES admin_users ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX password_resets_user ON password_resets (user_id);
`;

const APPEND_ONLY = `
  CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
  CREATE INDEX audit_events_actor ON audit_events (actor_id, id DESC);
`;
