import { ControlChannel, ControlDatabase, Keyring, type PostgresAddress } from '@salient/platform';
import {
  CONNECTION_DEFAULTS,
  ServerBrokers,
  TenantDb,
  TenantGate,
  TenantHandles,
  TenantRegistry,
  Tenants,
  type TenancyOptions,
} from '@salient/tenancy';
import type { TestTenancy } from '@salient/tenancy/testing';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { PinoLogger } from 'nestjs-pino';

const PROCESSES = 3;
const WORKERS = 4;

interface PodSettings {
  readonly control: PostgresAddress;
  readonly keys: string;
}

/** Milliseconds from the commit of a suspension to the last statement that any of three processes ran, by PostgreSQL's clock. */
export async function suspensionMs(tenancy: TestTenancy): Promise<number> {
  const settings: PodSettings = { control: tenancy.address, keys: tenancy.encryptionKeys };
  const pods = Array.from({ length: PROCESSES }, () => fork(process.argv[1]!, ['pod', JSON.stringify(settings)]));
  const lastStatements = pods.map(async (pod) => {
    for (;;) {
      const [message] = (await once(pod, 'message')) as [{ lastAt?: string }];
      if (message.lastAt) return Date.parse(message.lastAt);
    }
  });
  await Promise.all(pods.map((pod) => once(pod, 'message')));
  await wait(500);
  const [row] = await tenancy.control.query<{ at: Date }>(
    `UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'acme' RETURNING clock_timestamp() AS at`,
  );
  const lastAt = Math.max(...(await Promise.all(lastStatements)));
  await tenancy.control.query(`UPDATE tenant_registry SET status = 'active' WHERE slug = 'acme'`);
  for (const pod of pods) pod.send('stop');
  await Promise.all(pods.map((pod) => once(pod, 'exit')));
  return lastAt - row!.at.getTime();
}

/** A process that asks one account's database without a pause, half of it in transactions that would go on, until it is refused. */
export async function runPod({ control: address, keys }: PodSettings): Promise<void> {
  const logger = { warn: () => undefined, info: () => undefined, debug: () => undefined } as unknown as PinoLogger;
  const options: TenancyOptions = {
    keyring: Keyring.parse(keys),
    applicationName: 'bench-pod',
    entities: [],
    connections: { ...CONNECTION_DEFAULTS, budget: 4 },
    handlesMax: 10,
    idleMs: 60_000,
  };
  const control = new ControlDatabase({ address, connectionsMax: 2, applicationName: 'bench-pod' });
  const channel = new ControlChannel(address, logger, control);
  const handles = new TenantHandles(options, new ServerBrokers(options));
  const registry = new TenantRegistry(options, control, channel);
  const gate = new TenantGate(options, control, channel, registry, handles, logger);
  const tenants = new Tenants(registry, handles);
  const db = new TenantDb();
  registry.onModuleInit();
  await channel.onModuleInit();
  await gate.onApplicationBootstrap();
  const acme = await tenants.find('acme');
  let lastAt = '';
  const note = ([row]: { at: string }[]) => (lastAt = row!.at > lastAt ? row!.at : lastAt);
  const statement = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;
  const works = Array.from({ length: WORKERS }, async (_, index) => {
    for (;;) {
      await tenants.run(acme, async () => {
        if (index % 2 === 0) note(await db.query(statement));
        else
          await db.transaction(async (sql) => {
            for (;;) note(await sql.query(statement)); // work that ends for nobody: it has to be cut
          });
      });
    }
  });
  process.send!({ ready: true });
  await Promise.allSettled(works);
  process.send!({ lastAt });
  await once(process, 'message');
  await gate.onApplicationShutdown();
  await channel.onApplicationShutdown();
  await handles.onApplicationShutdown();
  await control.onApplicationShutdown();
  process.disconnect();
}
