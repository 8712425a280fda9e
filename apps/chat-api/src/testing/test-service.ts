import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiTokens, type NewApiToken } from '@salient/auth/tokens';
import { agentEntities, createAgent, type NewAgent } from '@salient/domain/agents';
import { directoryEntities, latestSchema, publishBuiltInSchemas, putEntries, putList, type NewEntry } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { AnsweredStatuses } from '@salient/platform/testing';
import { TenantDb } from '@salient/tenancy';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import supertest from 'supertest';
import { listenWith, testConfig, type TestSettings } from './start-chat-api.js';

export interface TestService {
  readonly tenancy: TestTenancy;
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Every line that the service has logged. */
  readonly log: string[];
  /** A token of an account, for the `Authorization` header. */
  token(account: string, options?: Partial<NewApiToken>): Promise<string>;
  /** One more process's worth of the service on the same databases; it closes with this one. Answers its URL. */
  another(): Promise<string>;
  /** The same, for who needs more of it than its URL. */
  anotherApp(): Promise<NestFastifyApplication>;
  http(): ReturnType<typeof supertest>;
  /** @throws Error when it has answered something that its OpenAPI document does not tell of */
  close(): Promise<void>;
}

const DOCTORS: NewEntry[] = [
  ['ruiz', 'Dr. Ana Ruiz', 'Cardiology', ['English', 'Spanish'], '+1 555 0101'],
  ['ito', 'Dr. Ken Ito', 'Cardiology', ['English', 'Japanese'], '+1 555 0102'],
  ['costa', 'Dr. Rui Costa', 'Cardiology', ['English', 'Spanish', 'Portuguese'], '+1 555 0103'],
  ['vega', 'Dr. Luz Vega', 'Dermatology', ['Spanish'], '+1 555 0104'],
].map(([external_key, name, specialty, languages, phone]) => ({
  external_key: external_key as string,
  name: name as string,
  contact: { phone: phone as string },
  data: { specialty, languages, locations: ['Harbor East'], accepting_new_patients: external_key !== 'ito' },
}));
const FAQ: NewEntry[] = [
  {
    external_key: 'parking',
    name: 'Where can I park?',
    data: { question: 'Where can I park?', answer: 'The garage on Pier Street is free for two hours.', topic: 'Parking' },
  },
];

type Environment = Record<string, string>;

/**
 * chat-api on a free port, on databases of its own, with the given accounts; each has an agent `info` and two directories.
 *
 * @param environment what the service is told besides, or what tells it when the databases are there
 */
export async function startTestService(
  accounts: readonly string[],
  environment: Environment | ((tenancy: TestTenancy) => Promise<Environment>) = {},
  agent: Partial<NewAgent> = {},
  settings: TestSettings = {},
): Promise<TestService> {
  const tenancy = await testTenancy({ migrations: tenantMigrations, entities: [...agentEntities, ...directoryEntities] }, ...accounts);
  await publishBuiltInSchemas(tenancy.control);
  for (const account of accounts) await tenancy.run(account, () => fill(tenancy, agent));
  const log: string[] = [];
  const config = testConfig(tenancy, typeof environment === 'function' ? await environment(tenancy) : environment, settings);
  const answered = new AnsweredStatuses('chat-api');
  const listen = () => listenWith(config, log, answered);
  const app = await listen();
  const others: NestFastifyApplication[] = [];
  const anotherApp = async () => {
    const one = await listen();
    others.push(one);
    return one;
  };
  const url = await app.getUrl();
  return {
    tenancy,
    app,
    url,
    log,
    async token(account, options = {}) {
      const { token } = await apiTokens.create(tenancy.control, {
        tenantId: tenancy.tenants[account]!.id,
        name: 'test',
        kind: 'sk',
        ...options,
      });
      return `Bearer ${token}`;
    },
    anotherApp,
    another: async () => (await anotherApp()).getUrl(),
    http: () => supertest(url),
    async close() {
      try {
        await answered.settle(app);
      } finally {
        await Promise.all([app, ...others].map((one) => one.close()));
        await tenancy.close();
      }
    },
  };
}

async function fill({ control }: TestTenancy, agent: Partial<NewAgent>): Promise<void> {
  const db = new TenantDb();
  await createAgent(db, {
    slug: 'info',
    name: 'Front desk',
    system_prompt: 'You are the front desk.',
    greeting: 'Hello!',
    suggestions: ['Who speaks Spanish?'],
    ...agent,
  });
  for (const [slug, entryType, entries] of [
    ['doctors', 'medical_professional', DOCTORS],
    ['faq', 'faq', FAQ],
  ] as const) {
    const { version: schemaVersion, schema } = await latestSchema(control, entryType);
    const listId = await putList(db, {
      slug,
      name: slug === 'faq' ? 'FAQ' : 'Doctors',
      entryType,
      schemaVersion,
      schema,
      language: 'english',
    });
    await putEntries(db, listId, schema, entries);
  }
}
