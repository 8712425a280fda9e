import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first control schema: servers, registry, admin users, tokens, directory schemas, audit, repeats. */
export class ControlSchema1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TRIGGERS);
  }

  async down(): Promise<void> {
    throw new Error('The first control schema has nothing below it.');
  }
}

const TABLES = `
  CREATE TABLE database_servers (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE,
    host text NOT NULL,
    port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
    max_connections integer NOT NULL CHECK (max_connections > 0),
    reserved_connections integer NOT NULL DEFAULT 10 CHECK (reserved_connections >= 0),
    created_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE tenant_registry (
    tenant_id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    server_id uuid NOT NULL REFERENCES database_servers,
    database_name text NOT NULL UNIQUE,
    connection_string text NOT NULL,
    status text NOT NULL CHECK (status IN ('provisioning', 'active', 'suspended', 'moving', 'deleting', 'deleted')),
    is_active boolean NOT NULL GENERATED ALWAYS AS (status = 'active') STORED,
    config_version bigint NOT NULL DEFAULT 1,
    schema_version text,
    schema_fingerprint text,
    pool_settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE admin_users (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    password_hash text NOT NULL,
    platform_admin boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    last_login_at timestamptz
  );
  CREATE UNIQUE INDEX admin_users_email ON admin_users (lower(email));

  CREATE TABLE memberships (
    user_id uuid NOT NULL REFERENCES admin_users ON DELETE CASCADE,
    tenant_id uuid NOT NULL REFERENCES tenant_registry ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, tenant_id)
  );

  CREATE TABLE refresh_tokens (
    id uuid PRIMARY KEY,
    family_id uuid NOT NULL,
    user_id uuid NOT NULL REFERENCES admin_users ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
  );
  CREATE INDEX refresh_tokens_family ON refresh_tokens (family_id);
  CREATE INDEX refresh_tokens_user ON refresh_tokens (user_id);

  CREATE TABLE api_tokens (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant_registry ON DELETE CASCADE,
    ref text NOT NULL UNIQUE,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('sk', 'pk')),
    token_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    agents text[],
    allowed_origins text[] NOT NULL DEFAULT '{}',
    limits jsonb,
    budget jsonb,
    expires_at timestamptz,
    last_used_at timestamptz,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
  );
  CREATE INDEX api_tokens_page ON api_tokens (tenant_id, id DESC);

  CREATE TABLE directory_schemas (
    entry_type text PRIMARY KEY,
    title text NOT NULL,
    description text NOT NULL,
    latest_version integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE directory_schema_versions (
    entry_type text NOT NULL REFERENCES directory_schemas,
    version integer NOT NULL CHECK (version > 0),
    schema jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (entry_type, version)
  );

  CREATE TABLE audit_events (
    id uuid PRIMARY KEY,
    tenant_id uuid,
    actor_kind text NOT NULL CHECK (actor_kind IN ('admin', 'api_token', 'system')),
    actor_id text NOT NULL,
    action text NOT NULL,
    target_kind text NOT NULL,
    target_id text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    request_id text,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX audit_events_tenant ON audit_events (tenant_id, id DESC);

  CREATE TABLE idempotency_keys (
    principal text NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (principal, route, key)
  );
  CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at);
`;

/** Caches in other processes learn of a change of routing or of a token through NOTIFY; see ControlChannel. */
const TRIGGERS = `
  CREATE FUNCTION raise_config_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.updated_at := now();
    IF (NEW.slug, NEW.server_id, NEW.database_name, NEW.connection_string, NEW.status, NEW.pool_settings)
       IS DISTINCT FROM (OLD.slug, OLD.server_id, OLD.database_name, OLD.connection_string, OLD.status, OLD.pool_settings) THEN
      NEW.config_version := OLD.config_version + 1;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER tenant_registry_version BEFORE UPDATE ON tenant_registry FOR EACH ROW EXECUTE FUNCTION raise_config_version();

  CREATE FUNCTION notify_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE changed tenant_registry := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  BEGIN
    IF TG_OP = 'UPDATE' AND NEW.config_version = OLD.config_version THEN RETURN NULL; END IF;
    PERFORM pg_notify('salient_control', json_build_object('topic', 'tenant', 'id', changed.tenant_id, 'key', changed.slug)::text);
    IF TG_OP = 'UPDATE' AND NEW.slug <> OLD.slug THEN
      PERFORM pg_notify('salient_control', json_build_object('topic', 'tenant', 'id', OLD.tenant_id, 'key', OLD.slug)::text);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER tenant_registry_notify AFTER INSERT OR UPDATE OR DELETE ON tenant_registry FOR EACH ROW EXECUTE FUNCTION notify_tenant();

  CREATE FUNCTION notify_api_token() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE changed api_tokens := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'last_used_at' = to_jsonb(OLD) - 'last_used_at' THEN RETURN NULL; END IF;
    PERFORM pg_notify('salient_control', json_build_object('topic', 'token', 'id', changed.id, 'key', changed.ref)::text);
    RETURN NULL;
  END $$;
  CREATE TRIGGER api_tokens_notify AFTER INSERT OR UPDATE OR DELETE ON api_tokens FOR EACH ROW EXECUTE FUNCTION notify_api_token();
`;
