import { agentEntities, createAgent } from '@salient/domain/agents';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { TenantDb } from '@salient/tenancy';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { v7 as uuidv7 } from 'uuid';
import { TurnStore } from './turn-store.js';

const EARLIER_TURNS = 5_000;
const TURNS = 30;
/** PostgreSQL plans the first five runs of a prepared statement anew, and then those whose plan depends on what they are given. */
const PLANNED_ANEW_MAX = 5;
/** Behind a pooler no session is ours to prepare statements in. */
const RUNS = process.env['TEST_PGBOUNCER_PORT'] ? [] : [TURNS, TURNS];

describe('the statement that begins a turn', () => {
  let tenancy: TestTenancy;
  const db = new TenantDb();
  const store = new TurnStore(db);
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: agentEntities }, 'acme');
    await tenancy.run('acme', async () => {
      await createAgent(db, { slug: 'info', name: 'Front desk', system_prompt: '' });
      await db.query(EARLIER, [EARLIER_TURNS]);
    });
  });
  afterAll(() => tenancy.close());

  const begin = (sessionId: string | null, withRecent: boolean) =>
    store.begin(
      'info',
      { turnId: uuidv7(), userMessageId: uuidv7(), sessionId: sessionId ?? uuidv7(), opensSession: sessionId === null, message: 'Hi', metadata: {}, principal: 'p', clientMessageId: null, idempotency: null, workerId: uuidv7() }, // prettier-ignore
      withRecent,
    );

  it.each([false, true])('keeps its plan in an account that has said much, counting the last minute: %s', async (withRecent) => {
    const plans = await tenancy.run('acme', async () => {
      const sessions = await db.query<{ id: string }>(QUIET_SESSIONS, [TURNS]);
      for (const _ of sessions) expect((await begin(null, withRecent))?.created).not.toBeNull();
      for (const { id } of sessions) expect((await begin(id, withRecent))?.created).not.toBeNull();
      return db.query<{ custom: string; runs: string }>(
        `SELECT custom_plans AS custom, custom_plans + generic_plans AS runs FROM pg_prepared_statements
         WHERE statement LIKE '%begun AS MATERIALIZED%' AND statement ${withRecent ? '' : 'NOT '}LIKE '%freesInSeconds%'`,
      );
    });
    expect(plans.map(({ runs }) => Number(runs))).toEqual(RUNS);
    expect(Math.max(0, ...plans.map(({ custom }) => Number(custom)))).toBeLessThanOrEqual(PLANNED_ANEW_MAX);
  });
});

const QUIET_SESSIONS = `
  SELECT id FROM sessions s WHERE NOT EXISTS (SELECT 1 FROM messages WHERE session_id = s.id AND status = 'running') LIMIT $1`;
const EARLIER = `
  WITH opened AS (
    INSERT INTO sessions (id, agent_id, principal) SELECT gen_random_uuid(), agents.id, 'p' FROM agents, generate_series(1, $1) RETURNING id
  ), asked AS (
    INSERT INTO messages (id, session_id, seq, role, content, status, principal, completed_at)
    SELECT gen_random_uuid(), id, 1, 'user', 'Hi', 'completed', 'p', now() FROM opened RETURNING id, session_id
  )
  INSERT INTO messages (id, session_id, seq, parent_id, role, content, status, completed_at)
  SELECT gen_random_uuid(), session_id, 2, id, 'assistant', 'Hello.', 'completed', now() FROM asked`;
