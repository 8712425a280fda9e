import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agents, sessions, messages and what belongs to a turn. No table has a tenant column: the database is the tenant. */
export class AgentsAndChat1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('The first tenant schema has nothing below it.');
  }
}

const TABLES = `
  CREATE TABLE agents (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    greeting text NOT NULL DEFAULT '',
    suggestions jsonb NOT NULL DEFAULT '[]',
    theme jsonb NOT NULL DEFAULT '{}',
    system_prompt text NOT NULL,
    model text,
    lists text[],
    disconnect_policy text NOT NULL DEFAULT 'continue' CHECK (disconnect_policy IN ('continue', 'abort')),
    status text NOT NULL DEFAULT 'published' CHECK (status IN ('published', 'draft')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    agent_id uuid NOT NULL REFERENCES agents,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    last_active_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE messages (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
    seq bigint NOT NULL,
    parent_id uuid REFERENCES messages ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('user', 'assistant')),
    content text NOT NULL DEFAULT '',
    status text NOT NULL CHECK (status IN ('running', 'completed', 'stopped', 'failed', 'incomplete')),
    finish_reason text,
    failure_code text,
    model text,
    usage jsonb,
    cost_amount numeric(20, 8),
    cost_currency text,
    cost_source text CHECK (cost_source IN ('provider', 'estimated', 'unknown', 'none')),
    tools jsonb NOT NULL DEFAULT '[]',
    citations jsonb NOT NULL DEFAULT '[]',
    timings_ms jsonb,
    llm_request_id uuid,
    worker_id uuid,
    lease_expires_at timestamptz,
    principal text,
    client_message_id text,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    completed_at timestamptz,
    UNIQUE (session_id, seq)
  );
  CREATE UNIQUE INDEX messages_one_running_turn ON messages (session_id) WHERE role = 'assistant' AND status = 'running';
  CREATE UNIQUE INDEX messages_client_message_id ON messages (principal, client_message_id) WHERE client_message_id IS NOT NULL;
  CREATE INDEX messages_parent ON messages (parent_id);

  CREATE TABLE llm_requests (
    id uuid PRIMARY KEY,
    message_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
    provider text NOT NULL,
    model text,
    provider_request_ids jsonb NOT NULL DEFAULT '[]',
    calls integer NOT NULL,
    input_tokens integer,
    output_tokens integer,
    cost_amount numeric(20, 8),
    cost_currency text,
    cost_source text NOT NULL,
    outcome text NOT NULL,
    duration_ms integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX llm_requests_message ON llm_requests (message_id);

  CREATE TABLE idempotency_keys (
    principal text NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    turn_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (principal, route, key)
  );
  CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at);
  CREATE INDEX idempotency_keys_turn ON idempotency_keys (turn_id);
`;
