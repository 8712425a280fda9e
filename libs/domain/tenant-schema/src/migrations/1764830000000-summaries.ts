import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the summaries of a conversation have cost is kept with its turns when it is erased. Dead turns are told by the same
 * rule as everywhere: a database that was away gives the workers of its running turns the time of a lease to come back.
 */
export class Summaries1764830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEEP_NUMBERS);
    await runner.query(DEAD_HOLDS);
    await runner.query(`CREATE INDEX llm_requests_summaries ON llm_requests (created_at) WHERE purpose = 'summary'`);
  }

  /** Functions that also know of summaries serve older code as well. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX llm_requests_summaries');
  }
}

const KEEP_NUMBERS = `
  CREATE OR REPLACE FUNCTION keep_numbers_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO erased_turns (id, agent_id, principal, preview, status, model, usage, cost_amount, cost_currency, cost_source, timings_ms, created_at)
    SELECT answer.id, OLD.agent_id,
      CASE WHEN asked.principal LIKE 'token:%' THEN asked.principal WHEN OLD.principal LIKE 'token:%' THEN OLD.principal END,
      coalesce(asked.metadata ? 'salient.preview', false), answer.status, answer.model,
      CASE WHEN summaries.tokens > 0 THEN jsonb_build_object(
        'input_tokens', coalesce((answer.usage ->> 'input_tokens')::bigint, 0) + summaries.input_tokens,
        'output_tokens', coalesce((answer.usage ->> 'output_tokens')::bigint, 0) + summaries.output_tokens,
        'total_tokens', coalesce((answer.usage ->> 'total_tokens')::bigint, 0) + summaries.tokens) ELSE answer.usage END,
      CASE WHEN summaries.cost IS NULL THEN answer.cost_amount ELSE coalesce(answer.cost_amount, 0) + summaries.cost END,
      answer.cost_currency, answer.cost_source, answer.timings_ms, answer.created_at
    FROM messages answer LEFT JOIN messages asked ON asked.id = answer.parent_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(r.input_tokens), 0) AS input_tokens, coalesce(sum(r.output_tokens), 0) AS output_tokens,
        coalesce(sum(r.input_tokens + r.output_tokens), 0) AS tokens, sum(r.cost_amount) AS cost
      FROM llm_requests r WHERE r.message_id = answer.id AND r.purpose = 'summary'
    ) summaries
    WHERE answer.session_id = OLD.id AND answer.role = 'assistant' AND answer.status <> 'running'
    ON CONFLICT (id) DO NOTHING;
    RETURN OLD;
  END $$`;

const DEAD_HOLDS = `
  CREATE OR REPLACE FUNCTION dead_holds() RETURNS SETOF uuid LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE messages m SET status = 'failed', failure_code = 'worker_lost', completed_at = now()
      WHERE m.role = 'assistant' AND m.status = 'running' AND m.lease_expires_at < now()
        AND (m.created_at > pg_postmaster_start_time() OR pg_postmaster_start_time() < now() - interval '10 seconds')
        AND m.id IN (SELECT turn_id FROM turn_holds);
    RETURN QUERY SELECT DISTINCT h.turn_id FROM turn_holds h
      WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = h.turn_id AND m.status = 'running');
  END $$`;
