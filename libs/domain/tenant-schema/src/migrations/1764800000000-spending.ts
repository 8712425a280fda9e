import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money of a period and turns that run at once, by account, agent and token. A turn's holds are what it has reserved; they end
 * with it. `llm_requests` keeps what a prompt was made of.
 */
export class Spending1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(BEGIN_HOLDS);
    await runner.query(END_HOLDS);
    await runner.query(DEAD_HOLDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION begin_holds, end_holds, dead_holds;
      DROP TABLE turn_holds, spending_counters;
      ALTER TABLE llm_requests DROP COLUMN prompt, DROP COLUMN purpose`);
  }
}

const TABLES = `
  CREATE TABLE spending_counters (
    scope text NOT NULL CHECK (scope IN ('account', 'agent', 'token')),
    scope_id text NOT NULL,
    period text NOT NULL,
    amount numeric(20, 8),
    spent numeric(20, 8) NOT NULL DEFAULT 0,
    reserved numeric(20, 8) NOT NULL DEFAULT 0,
    running integer NOT NULL DEFAULT 0,
    warned boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope, scope_id, period)
  );
  CREATE TABLE turn_holds (
    turn_id uuid NOT NULL,
    scope text NOT NULL,
    scope_id text NOT NULL,
    period text NOT NULL,
    amount numeric(20, 8) NOT NULL,
    PRIMARY KEY (turn_id, scope, period)
  );
  ALTER TABLE llm_requests
    ADD COLUMN prompt jsonb,
    ADD COLUMN purpose text NOT NULL DEFAULT 'answer'`;

/**
 * Reserves what a new turn may cost, and a place among the turns that run; in the statement that writes the turn, so that both
 * are or neither. Asks come sorted by scope and kind, and are ended in that order: statements never wait for each other in a
 * circle. An ask that finds no room raises SL001 with the scope, SL002 when it is turns that are too many. Answers the
 * largest part of a budget that is gone.
 */
const BEGIN_HOLDS = `
  CREATE FUNCTION begin_holds(turn uuid, asks jsonb) RETURNS numeric LANGUAGE plpgsql AS $$
  DECLARE
    ask record;
    counter spending_counters;
    named text;
    hold numeric;
    gone numeric := 0;
  BEGIN
    FOR ask IN SELECT * FROM jsonb_to_recordset(asks) AS a (scope text, id text, kind text, "limit" numeric, amount numeric) LOOP
      named := CASE ask.kind WHEN 'day' THEN to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')
        WHEN 'month' THEN to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') ELSE 'running' END;
      INSERT INTO spending_counters (scope, scope_id, period) VALUES (ask.scope, ask.id, named) ON CONFLICT DO NOTHING;
      SELECT * INTO counter FROM spending_counters c
        WHERE c.scope = ask.scope AND c.scope_id = ask.id AND c.period = named FOR NO KEY UPDATE;
      IF named = 'running' THEN
        IF counter.running >= ask.limit THEN RAISE EXCEPTION '%', ask.scope USING ERRCODE = 'SL002'; END IF;
        hold := 0;
        UPDATE spending_counters c SET running = c.running + 1 WHERE c.scope = ask.scope AND c.scope_id = ask.id AND c.period = named;
      ELSE
        hold := LEAST(ask.amount, ask.limit - counter.spent - counter.reserved);
        IF hold <= 0 THEN RAISE EXCEPTION '%', ask.scope USING ERRCODE = 'SL001'; END IF;
        gone := GREATEST(gone, (counter.spent + counter.reserved) / ask.limit);
        UPDATE spending_counters c SET reserved = c.reserved + hold, amount = ask.limit
          WHERE c.scope = ask.scope AND c.scope_id = ask.id AND c.period = named;
      END IF;
      INSERT INTO turn_holds VALUES (turn, ask.scope, ask.id, named, hold);
    END LOOP;
    RETURN gone;
  END $$`;

/**
 * Ends the holds of a turn and counts what it has cost; an unknown cost (null) counts as what was reserved. Answers the budgets
 * of which four fifths are gone with this turn.
 */
const END_HOLDS = `
  CREATE FUNCTION end_holds(turn uuid, cost numeric) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    hold turn_holds;
    counter spending_counters;
    crossed jsonb := '[]';
  BEGIN
    FOR hold IN
      WITH ended AS (DELETE FROM turn_holds h WHERE h.turn_id = turn RETURNING *)
      SELECT * FROM ended ORDER BY scope, period = 'running', period
    LOOP
      UPDATE spending_counters c
        SET reserved = GREATEST(c.reserved - hold.amount, 0),
          spent = c.spent + CASE WHEN hold.period = 'running' THEN 0 ELSE COALESCE(cost, hold.amount) END,
          running = GREATEST(c.running - CASE WHEN hold.period = 'running' THEN 1 ELSE 0 END, 0)
        WHERE c.scope = hold.scope AND c.scope_id = hold.scope_id AND c.period = hold.period RETURNING * INTO counter;
      IF NOT counter.warned AND counter.spent >= counter.amount * 0.8 THEN
        UPDATE spending_counters c SET warned = true
          WHERE c.scope = hold.scope AND c.scope_id = hold.scope_id AND c.period = hold.period;
        crossed := crossed || jsonb_build_object('scope', hold.scope, 'id', hold.scope_id, 'period', hold.period,
          'amount', counter.amount::text, 'spent', counter.spent::text);
      END IF;
    END LOOP;
    RETURN crossed;
  END $$`;

/**
 * Turns that have holds and do not run any more: their worker is gone, or they were erased. A turn whose worker is gone is
 * marked first, so that a late worker cannot end it as though nothing had been.
 */
const DEAD_HOLDS = `
  CREATE FUNCTION dead_holds() RETURNS SETOF uuid LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE messages SET status = 'failed', failure_code = 'worker_lost', completed_at = now()
      WHERE role = 'assistant' AND status = 'running' AND lease_expires_at < now()
        AND id IN (SELECT turn_id FROM turn_holds);
    RETURN QUERY SELECT DISTINCT h.turn_id FROM turn_holds h
      WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = h.turn_id AND m.status = 'running');
  END $$`;
