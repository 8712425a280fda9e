import { startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { withClient } from '@salient/platform';
import { registerServer, tenantMoves } from '@salient/tenancy/lifecycle';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../local-stack/service.ts';
import { workspace } from '../local-stack/settings.ts';
import { visit } from '../local-stack/testing/visitor.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { databaseEnvironment, publishAgents, startChatApis } from './spec-services.ts';

const SPEC_MS = 300_000;
const PROCESSES = 3;
const PASSWORD = 'second';
const STEPS = ['preparing', 'copying', 'catching_up', 'pausing', 'settling'];

/** An answer that takes about two seconds: some of it is written before the cut-over, and some after. */
function slowAnswer(): Step[] {
  const words = Array.from({ length: 40 }, (_, index): Step[] => [{ text: `Wort ${index} 👩‍⚕️ ` }, { until: wait(index * 50) }]);
  return [...words.flat(), { finish: 'stop' }, { usage: { prompt_tokens: 1, completion_tokens: 40 } }, { done: true }];
}

describe('an account that moves to another PostgreSQL server while three processes stream its answers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-move-'));
  let services: Service[] = [];
  const movers: ChildProcess[] = [];
  let second: EmbeddedPostgres;
  let tenancy: TestTenancy;
  let model: FakeOpenAi;
  let token: string;

  beforeAll(async () => {
    second = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), password: PASSWORD, settings: { fsync: 'off' } });
    model = await startFakeOpenAi();
    model.respond = slowAnswer;
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, 'acme');
    const access = tenancy.access;
    const address = { ...tenancy.address, port: second.port, password: PASSWORD, database: 'postgres' };
    await registerServer(access, { name: 'second', address, reservedConnections: 0 });
    token = (await publishAgents(tenancy, ['acme'])).get('acme')!;
    services = await startChatApis(tenancy, PROCESSES, { LLM_BASE_URL: model.baseUrl, LOG_LEVEL: 'warn' });
  }, SPEC_MS);
  afterAll(async () => {
    for (const mover of movers) mover.kill('SIGKILL');
    await Promise.all(services.map((service) => service.stop(new AbortController().signal)));
    await model.close();
    await tenancy.close();
    await second.stop();
    rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }, SPEC_MS);

  function startMover(): ChildProcess {
    const program = ['--enable-source-maps', 'dist/apps/salient-cli/main.js', 'account', 'move', 'acme', '--to', 'second', '--keep', '0'];
    const mover = spawn(process.execPath, program, {
      cwd: workspace,
      env: databaseEnvironment(tenancy, 'admin'),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    movers.push(mover);
    return mover;
  }

  /** Kills the mover with SIGKILL as soon as the move is in each of the steps in turn, and starts another one. */
  async function moveWithCrashes(): Promise<number | null> {
    return withClient(tenancy.address, async (client) => {
      await client.query(`
        CREATE FUNCTION tell_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('move_step', NEW.step); RETURN NULL; END $$;
        CREATE TRIGGER tell_step AFTER INSERT OR UPDATE OF step ON tenant_moves FOR EACH ROW EXECUTE FUNCTION tell_step();
        LISTEN move_step`);
      const remaining = [...STEPS];
      let mover = startMover();
      client.on('notification', ({ payload }) => {
        if (payload !== remaining[0]) return;
        remaining.shift();
        mover.kill('SIGKILL');
        mover = startMover();
      });
      for (;;) {
        const [code] = mover.exitCode !== null ? [mover.exitCode] : ((await once(mover, 'exit')) as [number | null]);
        if (code !== null) return remaining.length === 0 ? code : -remaining.length;
      }
    });
  }

  it(
    'fails no request, loses no word and doubles none, though the mover is killed in every step',
    async () => {
      const stop = new AbortController();
      const visits = Array.from({ length: 9 }, (_, index) =>
        visit({ url: `${services[index % PROCESSES]!.url}/accounts/acme/agents/info`, token }, stop.signal),
      );
      expect(await moveWithCrashes()).toBe(0);
      const { port } = await placeNow();
      await wait(3_000); // answers that begin on the new server
      stop.abort();
      const seen = await Promise.all(visits);
      expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
      expect(port).toBe(second.port);
      const turns = seen.reduce((sum, visitor) => sum + visitor.turns, 0);
      expect(await answersNow()).toEqual([{ status: 'completed', answers: turns }]);
      const [move] = await tenantMoves.page(tenancy.control, 1, null);
      expect(move).toMatchObject({ status: 'completed', error: null });
      expect(move!.former_dropped_at).not.toBeNull();
      process.stdout.write(
        `moved under ${turns} answers, ${move!.rows_copied} rows copied and ${move!.rows_caught_up} again, requests waited ${move!.paused_ms} ms, ${move!.pauses} pauses\n`,
      );
    },
    SPEC_MS,
  );

  const placeNow = async () => {
    const [row] = await tenancy.control.query<{ port: number; database: string }>(
      `SELECT port, database_name AS database FROM tenant_registry JOIN database_servers s ON s.id = server_id WHERE slug = 'acme'`,
    );
    return row!;
  };
  const answersNow = async () =>
    withClient({ ...tenancy.address, port: second.port, password: PASSWORD, database: (await placeNow()).database }, async (client) => {
      const { rows } = await client.query(
        `SELECT status, count(*)::int AS answers FROM messages WHERE role = 'assistant' GROUP BY status ORDER BY status`,
      );
      return rows as { status: string; answers: number }[];
    });
});
