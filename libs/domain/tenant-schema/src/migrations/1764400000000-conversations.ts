import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agent allows, and what a conversation needs beyond its answers: stop, feedback, regenerate, tickets, a summary. */
export class Conversations1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AGENTS);
    await runner.query(CONVERSATIONS);
    await runner.query(STREAM_TICKETS);
  }

  async down(): Promise<void> {
    throw new Error('Conversations cannot be taken away again.');
  }
}

const AGENTS = `
  ALTER TABLE agents
    ADD COLUMN fallbacks text[] NOT NULL DEFAULT '{}',
    ADD COLUMN tools text[] NOT NULL DEFAULT '{list_directories,search_directory}',
    ADD COLUMN limits jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN budget jsonb,
    ADD COLUMN closed_message text NOT NULL DEFAULT 'I cannot answer right now. Please try again later.',
    ADD COLUMN hosted_page boolean NOT NULL DEFAULT false,
    ADD COLUMN max_output_tokens integer,
    ADD COLUMN temperature numeric(3, 2)`;

/** `superseded_at`: another answer to the same message took its place. `principal` of a session: who began it. */
const CONVERSATIONS = `
  ALTER TABLE sessions
    ADD COLUMN principal text,
    ADD COLUMN summary text,
    ADD COLUMN summary_seq bigint;
  ALTER TABLE messages
    ADD COLUMN stop_requested_at timestamptz,
    ADD COLUMN reader_seen_at timestamptz,
    ADD COLUMN superseded_at timestamptz,
    ADD COLUMN feedback text CHECK (feedback IN ('up', 'down')),
    ADD COLUMN feedback_comment text,
    ADD COLUMN feedback_at timestamptz;
  CREATE INDEX sessions_agent ON sessions (agent_id, id);
  CREATE INDEX messages_feedback ON messages (feedback_at) WHERE feedback IS NOT NULL`;

/** What an EventSource may send in a query: one ticket, one turn. Only the ticket's hash is stored. */
const STREAM_TICKETS = `
  CREATE TABLE stream_tickets (
    ticket_hash bytea PRIMARY KEY,
    agent_slug text NOT NULL,
    principal text NOT NULL,
    caller jsonb NOT NULL,
    message text,
    session_id uuid REFERENCES sessions ON DELETE CASCADE,
    turn_id uuid REFERENCES messages ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX stream_tickets_expiry ON stream_tickets (expires_at);
  CREATE INDEX stream_tickets_session ON stream_tickets (session_id);
  CREATE INDEX stream_tickets_turn ON stream_tickets (turn_id)`;
