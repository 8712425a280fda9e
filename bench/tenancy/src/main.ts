import 'reflect-metadata';
import { agentEntities } from '@salient/domain/agents';
import { directoryEntities } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { silentTypeormLogger, typeormAddress } from '@salient/platform';
import { CONNECTION_DEFAULTS, ServerBrokers, TenantHandles, type TenancyOptions, type TenantRecord } from '@salient/tenancy';
import { migrateTenants } from '@salient/tenancy/lifecycle';
import { testTenancy } from '@salient/tenancy/testing';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';

// What the tenancy runtime costs, each figure beside the plain way to do the same, in one process and one run.

const entities = [...agentEntities, ...directoryEntities];
const OPENS = 2_000;
const PLAIN_OPENS = 300;
const ROUNDS = 5;

const tenancy = await testTenancy({ migrations: tenantMigrations, entities }, 'acme');
const acme = tenancy.tenants['acme']!;
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

async function fleet(): Promise<void> {
  const COUNT = 100;
  const startedAt = performance.now();
  for (let index = 0; index < COUNT; index++) await tenancy.provisioner.provision({ slug: `fleet-${index}`, name: 'Fleet' });
  row('Provisioning, one after the other', `${((performance.now() - startedAt) / COUNT).toFixed(0)} ms`, '', '');
  class Trivial1899999999999 {
    up = (runner: { query(statement: string): Promise<unknown> }) => runner.query('ALTER TABLE agents ADD COLUMN bench text');
    down = () => Promise.resolve();
  }
  const access = { control: tenancy.control, admin: tenancy.address, keyring: tenancy.keyring };
  const migrations = [...tenantMigrations, Trivial1899999999999 as never];
  const migratedFrom = performance.now();
  const { tenants: done } = await migrateTenants(access, migrations, { concurrencyPerServer: 8 });
  row('A trivial migration', `${(done.length / ((performance.now() - migratedFrom) / 1_000)).toFixed(0)} tenants/s`, '', '');
  const noopFrom = performance.now();
  await migrateTenants(access, migrations);
  row(`A migration with nothing to do, ${COUNT + 1} tenants`, `${(performance.now() - noopFrom).toFixed(1)} ms`, '', '');
}

say(`Node ${process.version}, ${ROUNDS} interleaved rounds, medians\n`);
row('', 'Salient', 'plain', 'ratio');
await openingCost();
await idleMemory();
await warmLease();
await queryCost();
await fleet();
await tenancy.close();
