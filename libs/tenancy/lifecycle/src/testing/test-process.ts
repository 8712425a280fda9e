import { ControlChannel } from '@salient/platform';
import {
  CONNECTION_DEFAULTS,
  ServerBrokers,
  TenantGate,
  TenantHandles,
  TenantRegistry,
  Tenants,
  type TenancyOptions,
} from '@salient/tenancy';
import type { PinoLogger } from 'nestjs-pino';
import type { TestTenancy } from './test-tenants.js';

/** What a service has of tenancy: it hears of changes and acknowledges them as one. */
export interface TestProcess {
  readonly tenants: Tenants;
  readonly handles: TenantHandles;
  stop(): Promise<void>;
}

const silent = { warn: () => undefined, info: () => undefined, debug: () => undefined } as unknown as PinoLogger;

/** A process that serves tenants, but for its HTTP. */
export async function testProcess({ control, address, keyring }: TestTenancy, applicationName: string): Promise<TestProcess> {
  const options: TenancyOptions = {
    keyring,
    applicationName,
    entities: [],
    connections: { ...CONNECTION_DEFAULTS, budget: 4 },
    handlesMax: 10,
    idleMs: 60_000,
  };
  const channel = new ControlChannel(address, silent, control);
  const handles = new TenantHandles(options, new ServerBrokers(options));
  const registry = new TenantRegistry(options, control, channel);
  const gate = new TenantGate(options, control, channel, registry, handles, silent);
  registry.onModuleInit();
  await channel.onModuleInit();
  await gate.onApplicationBootstrap();
  return {
    tenants: new Tenants(registry, handles),
    handles,
    async stop() {
      await gate.onApplicationShutdown();
      await channel.onApplicationShutdown();
      await handles.onApplicationShutdown();
    },
  };
}
