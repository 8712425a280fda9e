import 'reflect-metadata';
import { agentEntities } from '@salient/domain/agents';
import { directoryEntities } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { silentTypeormLogger, typeormAddress } from '@salient/platform';
import { CONNECTION_DEFAULTS, ServerBrokers, TenantHandles, type TenancyOptions, type TenantRecord } from '@salient/tenancy';
import { DatabasePool, migrateTenants } from '@salient/tenancy/lifecycle';
import { testTenancy } from '@salient/tenancy/testing';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { FAIRNESS_SLUGS, fairness } from './fairness.js';
import { runPod, suspensionMs } from './suspension.js';

// What the tenancy runtime costs, each figure beside the plain way to do the same, in one process and one run.

const entities = [...agentEntities, ...directoryEntities];
const OPENS = 2_000;
const PLAIN_OPENS = 300;
const ROUNDS = 5;
const FLEET = 300;
const NO_OP_FLEET = 1_000;

if (process.argv[2] === 'pod') {
  await runPod(JSON.parse(process.argv[3]!) as Parameters<typeof runPod>[0]);
  process.exit(0);
}

const tenancy = await testTenancy({ migrations: tenantMigrations, entities }, ...FAIRNESS_SLUGS);
const acme = tenancy.tenants['acme']!;
const access = tenancy.access;
const options: TenancyOptions = {
  keyring: tenancy.keyring,
  applicationName: 'bench',
  entities,
  connections: { ...CONNECTION_DEFAULTS, budget: 10 },
  handlesMax: 20_000,
  idleMs: 3_600_000,
};

/** Tenants that differ by their ids alone: opening one needs no server. */
const tenants = (count: number): TenantRecord[] =>
  Array.from({ length: count }, (_, index) => ({ ...acme, id: `tenant-${index}`, slug: `t${index}` }));

function cpuMicroseconds(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)]!;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function row(what: string, ours: string, plain: string, ratio: string): void {
  say(`${what.padEnd(58)} ${ours.padStart(14)} ${plain.padStart(14)} ${ratio.padStart(10)}`);
}

function plainDataSource(): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: pg,
    ...typeormAddress(acme.address),
    entities,
    installExtensions: false,
    logger: silentTypeormLogger,
    poolSize: 1,
  });
}

async function openingCost(): Promise<void> {
  const handles = new TenantHandles(options, new ServerBrokers(options));
  await warmUp(handles);
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const batch = tenants(OPENS).map((tenant) => ({ ...tenant, id: `${tenant.id}-${round}` }));
    const before = process.cpuUsage();
    for (const tenant of batch) (await handles.lend(tenant)).release();
    ours.push(cpuMicroseconds(before) / OPENS);
    const sources = Array.from({ length: PLAIN_OPENS }, plainDataSource);
    const beforePlain = process.cpuUsage();
    for (const source of sources) {
      await source.initialize();
      await source.destroy();
    }
    plain.push(cpuMicroseconds(beforePlain) / PLAIN_OPENS);
  }
  row(
    'Opening a tenant, CPU',
    `${median(ours).toFixed(1)} µs`,
    `${median(plain).toFixed(0)} µs`,
    `1/${(median(plain) / median(ours)).toFixed(0)}`,
  );
  await handles.onApplicationShutdown();
}

async function warmUp(handles: TenantHandles): Promise<void> {
  for (const tenant of tenants(500)) (await handles.lend({ ...tenant, id: `warm-${tenant.id}` })).release();
  for (let index = 0; index < 50; index++) {
    const source = plainDataSource();
    await source.initialize();
    await source.destroy();
  }
}

async function idleMemory(): Promise<void> {
  const handles = new TenantHandles(options, new ServerBrokers(options));
  (await handles.lend(acme)).release();
  const empty = heapAfterCollection();
  for (const tenant of tenants(5_000)) (await handles.lend(tenant)).release();
  const ours = (heapAfterCollection() - empty) / 5_000;
  const delayAt5000 = await loopDelay(handles);
  const few = new TenantHandles(options, new ServerBrokers(options));
  for (const tenant of tenants(100)) (await few.lend(tenant)).release();
  const delayAt100 = await loopDelay(few);
  const sources = Array.from({ length: 200 }, plainDataSource);
  const before = heapAfterCollection();
  for (const source of sources) await source.initialize();
  const plain = (heapAfterCollection() - before) / sources.length;
  row('An idle tenant, heap', `${(ours / 1024).toFixed(1)} KiB`, `${(plain / 1024).toFixed(1)} KiB`, `1/${(plain / ours).toFixed(0)}`);
  row(
    'Event-loop delay p99, 5,000 tenants against 100',
    `${delayAt5000.toFixed(2)} ms`,
    `${delayAt100.toFixed(2)} ms`,
    (delayAt5000 / delayAt100).toFixed(2),
  );
  for (const source of sources) await source.destroy();
  await handles.onApplicationShutdown();
  await few.onApplicationShutdown();
}

function heapAfterCollection(): number {
  for (let time = 0; time < 3; time++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** While leases are taken and given back, as under load. */
async function loopDelay(handles: TenantHandles): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  const endAt = performance.now() + 2_000;
  const known = tenants(100);
  while (performance.now() < endAt) {
    for (const tenant of known) (await handles.lend(tenant)).release();
    await wait(1);
  }
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}

async function warmLease(): Promise<void> {
  const handles = new TenantHandles(options, new ServerBrokers(options));
  const TIMES = 200_000;
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    for (let time = 0; time < TIMES; time++) (await handles.lend(acme)).release();
    rounds.push(((performance.now() - startedAt) * 1_000) / TIMES);
  }
  row('Taking and giving back a warm handle', `${median(rounds).toFixed(2)} µs`, '', '');
  await handles.onApplicationShutdown();
}

async function queryCost(): Promise<void> {
  const handles = new TenantHandles(options, new ServerBrokers(options));
  const pool = new pg.Pool({ ...typeormAddress(acme.address), user: acme.address.user, max: 4 });
  const TIMES = 3_000;
  const [ours, plain]: [number[], number[]] = [[], []];
  const lease = await handles.lend(acme);
  for (let round = 0; round < ROUNDS + 1; round++) {
    let before = process.cpuUsage();
    for (let time = 0; time < TIMES; time++) await lease.dataSource.query('SELECT $1::int AS one', [time]);
    const own = cpuMicroseconds(before) / TIMES;
    before = process.cpuUsage();
    for (let time = 0; time < TIMES; time++) await pool.query('SELECT $1::int AS one', [time]);
    if (round > 0) {
      ours.push(own);
      plain.push(cpuMicroseconds(before) / TIMES);
    }
  }
  lease.release();
  row(
    'A statement through the broker, against pg’s own pool, CPU',
    `${median(ours).toFixed(0)} µs`,
    `${median(plain).toFixed(0)} µs`,
    (median(ours) / median(plain)).toFixed(2),
  );
  await pool.end();
  await handles.onApplicationShutdown();
}

/** With a pool beside without, in turns: each batch of accounts finds as many databases waiting as it needs. */
async function provisioning(): Promise<void> {
  const BATCH = 10;
  const pool = new DatabasePool(access, tenantMigrations);
  const [pooled, made]: [number[], number[]] = [[], []];
  let serial = 0;
  const provision = async (times: number[]) => {
    const startedAt = performance.now();
    await tenancy.provisioner.provision({ slug: `account-${serial++}`, name: 'Account' });
    times.push(performance.now() - startedAt);
  };
  for (let round = 0; round < ROUNDS; round++) {
    await pool.fill(BATCH);
    for (let index = 0; index < BATCH; index++) await provision(pooled);
    for (let index = 0; index < BATCH; index++) await provision(made);
  }
  for (const [name, part] of [
    ['median', 0.5],
    ['p99', 0.99],
  ] as const)
    row(
      `Provisioning with a pool, against without, ${name}`,
      `${percentile(pooled, part).toFixed(0)} ms`,
      `${percentile(made, part).toFixed(0)} ms`,
      `1/${(percentile(made, part) / percentile(pooled, part)).toFixed(0)}`,
    );
}

function percentile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((left, right) => left - right)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))]!;
}

async function fairShares(): Promise<void> {
  const { aloneP99Ms, togetherP99Ms, jain, ...refused } = await fairness(
    FAIRNESS_SLUGS.map((slug) => tenancy.tenants[slug]!),
    options,
  );
  const ratio = (togetherP99Ms / aloneP99Ms).toFixed(2);
  row('Others’ wait p99 beside one at 50 × their load', `${togetherP99Ms.toFixed(1)} ms`, `${aloneP99Ms.toFixed(1)} ms`, ratio);
  row('Jain’s index of what each got; refused, noisy and others', jain.toFixed(3), '', `${refused.refusedNoisy}, ${refused.refusedOthers}`);
}

async function suspending(): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await suspensionMs(tenancy));
  row('Suspension to the last statement of 3 processes', `${median(times).toFixed(0)} ms`, `most ${Math.max(...times).toFixed(0)} ms`, '');
}

/** At the size that is promised: a trivial migration of 300 tenants, and one with nothing to do among 1,000 rows. */
async function fleet(): Promise<void> {
  const [{ count }] = (await tenancy.control.query('SELECT count(*)::int AS count FROM tenant_registry')) as [{ count: number }];
  for (let index = count; index < FLEET; index++) await tenancy.provisioner.provision({ slug: `fleet-${index}`, name: 'Fleet' });
  class Trivial1899999999999 {
    up = (runner: { query(statement: string): Promise<unknown> }) => runner.query('ALTER TABLE agents ADD COLUMN bench text');
    down = () => Promise.resolve();
  }
  const migrations = [...tenantMigrations, Trivial1899999999999 as never];
  const [migratedFrom, cpuFrom] = [performance.now(), process.cpuUsage()];
  const { tenants: done } = await migrateTenants(access, migrations, { concurrencyPerServer: 8 });
  const perSecond = done.length / ((performance.now() - migratedFrom) / 1_000);
  row(`A trivial migration of ${done.length} tenants`, `${perSecond.toFixed(0)} tenants/s`, '', '');
  row('CPU of this process for one of them', `${(cpuMicroseconds(cpuFrom) / 1_000 / done.length).toFixed(1)} ms`, '', '');
  // It opens no tenant's database: rows alone are what it looks at.
  await tenancy.control.query(
    `INSERT INTO tenant_registry (tenant_id, slug, name, server_id, database_name, connection_string, status, schema_version)
     SELECT gen_random_uuid(), 'row-' || n, 'Row', server_id, 'row_' || n, connection_string, 'active', schema_version
     FROM (SELECT * FROM tenant_registry LIMIT 1) one, generate_series(1, $1) n`,
    [NO_OP_FLEET - FLEET],
  );
  const noopFrom = performance.now();
  await migrateTenants(access, migrations);
  row(`A migration with nothing to do, ${NO_OP_FLEET} tenants`, `${(performance.now() - noopFrom).toFixed(1)} ms`, '', '');
  await tenancy.control.query(`DELETE FROM tenant_registry WHERE database_name LIKE 'row\\_%'`);
}

say(`Node ${process.version}, ${ROUNDS} interleaved rounds, medians\n`);
row('', 'Salient', 'plain', 'ratio');
const parts = { openingCost, idleMemory, warmLease, queryCost, fairShares, suspending, provisioning, fleet };
const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
await tenancy.close();
