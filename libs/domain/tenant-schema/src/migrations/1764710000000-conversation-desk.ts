import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What admins look for in conversations, what remains of erased ones, and which questions were taken care of. */
export class ConversationDesk1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEARCH);
    await runner.query(ERASED);
    await runner.query(UNANSWERED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE resolved_questions;
      DROP TRIGGER sessions_keep_numbers ON sessions;
      DROP FUNCTION keep_numbers_of_session;
      DROP TABLE erased_turns;
      DROP INDEX messages_text, messages_created`);
  }
}

/**
 * Text that is still being written is not searched, and of a very long one only the beginning: a tsvector has a largest size.
 * The BRIN index costs a running turn nothing.
 */
const SEARCH = `
  CREATE INDEX messages_text ON messages USING gin (to_tsvector('simple', left(content, 50000))) WHERE status <> 'running';
  CREATE INDEX messages_created ON messages USING brin (created_at) WITH (pages_per_range = 32, autosummarize = on)`;

/** An erased conversation leaves the numbers of its turns, so that the money adds up; nothing that anyone has said. */
const ERASED = `
  CREATE TABLE erased_turns (
    id uuid PRIMARY KEY,
    agent_id uuid NOT NULL REFERENCES agents,
    principal text,
    preview boolean NOT NULL,
    status text NOT NULL,
    model text,
    usage jsonb,
    cost_amount numeric(20, 8),
    cost_currency text,
    cost_source text,
    timings_ms jsonb,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX erased_turns_created ON erased_turns (created_at);
  CREATE FUNCTION keep_numbers_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO erased_turns (id, agent_id, principal, preview, status, model, usage, cost_amount, cost_currency, cost_source, timings_ms, created_at)
    SELECT answer.id, OLD.agent_id,
      CASE WHEN asked.principal LIKE 'token:%' THEN asked.principal WHEN OLD.principal LIKE 'token:%' THEN OLD.principal END,
      coalesce(asked.metadata ? 'salient.preview', false), answer.status, answer.model, answer.usage, answer.cost_amount,
      answer.cost_currency, answer.cost_source, answer.timings_ms, answer.created_at
    FROM messages answer LEFT JOIN messages asked ON asked.id = answer.parent_id
    WHERE answer.session_id = OLD.id AND answer.role = 'assistant' AND answer.status <> 'running'
    ON CONFLICT (id) DO NOTHING;
    RETURN OLD;
  END $$;
  CREATE TRIGGER sessions_keep_numbers BEFORE DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION keep_numbers_of_session()`;

const UNANSWERED = `
  CREATE TABLE resolved_questions (
    key text PRIMARY KEY,
    question text NOT NULL,
    entry_id uuid,
    synonym jsonb,
    resolved_by text NOT NULL,
    resolved_at timestamptz NOT NULL DEFAULT now()
  )`;
