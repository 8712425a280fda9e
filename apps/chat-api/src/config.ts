import {
  commonEnvironment,
  controlAddresses,
  controlDatabaseEnvironment,
  integer,
  parseEnvironment,
  requireControlDatabase,
} from '@salient/platform';
import { z } from 'zod';

const Environment = z
  .object({
    ...commonEnvironment,
    ...controlDatabaseEnvironment,
    PORT: integer(8000, 0, 65_535),
    HOST: z.string().default('0.0.0.0'),
    TRUSTED_PROXIES: z.string().default(''),
    LLM_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
    LLM_API_KEY: z.string().optional(),
    LLM_MODEL: z.string().optional(),
    OPENROUTER_API_KEY: z.string().optional(),
    TENANT_CONNECTION_CEILING: integer(4, 1, 1_000),
    TENANT_HANDLES_MAX: integer(1_000, 1, 100_000),
    TENANT_IDLE_MS: integer(60_000, 100),
    TURN_TIMEOUT_MS: integer(120_000, 1_000),
  })
  .superRefine(requireControlDatabase, { when: () => true }) // also when other variables are at fault
  .refine((env) => env.SHUTDOWN_DELAY_MS + env.TURN_TIMEOUT_MS < env.SHUTDOWN_GRACE_MS, {
    path: ['SHUTDOWN_GRACE_MS'],
    error: 'must be longer than SHUTDOWN_DELAY_MS and TURN_TIMEOUT_MS together, so that a running turn can finish',
  });

export type ChatApiConfig = ReturnType<typeof loadConfig>;

/** @throws InvalidEnvironment that names every faulty variable */
export function loadConfig(environment: NodeJS.ProcessEnv) {
  const env = parseEnvironment(Environment, environment);
  return {
    host: env.HOST,
    port: env.PORT,
    shutdownDelayMs: env.SHUTDOWN_DELAY_MS,
    /** A turn that begins later might not end within the grace. */
    shutdownAcceptMs: env.SHUTDOWN_GRACE_MS - env.TURN_TIMEOUT_MS,
    shutdownGraceMs: env.SHUTDOWN_GRACE_MS,
    trustedProxies: env.TRUSTED_PROXIES.split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean),
    logging: { app: 'chat-api', level: env.LOG_LEVEL },
    metrics: { port: env.METRICS_PORT, host: env.HOST },
    control: { addresses: controlAddresses(env), connectionsMax: env.CONTROL_CONNECTIONS_MAX, applicationName: 'chat-api' },
    tenancy: {
      keyring: env.SALIENT_ENCRYPTION_KEYS,
      connectionsPerTenantMax: env.TENANT_CONNECTION_CEILING,
      handlesMax: env.TENANT_HANDLES_MAX,
      idleMs: env.TENANT_IDLE_MS,
    },
    chat: {
      turnTimeoutMs: env.TURN_TIMEOUT_MS,
      models: {
        llmBaseUrl: env.LLM_BASE_URL,
        llmApiKey: env.LLM_API_KEY,
        llmModel: env.LLM_MODEL,
        openRouterApiKey: env.OPENROUTER_API_KEY,
      },
    },
  };
}
