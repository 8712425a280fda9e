import {
  commonEnvironment,
  controlAddresses,
  controlDatabaseEnvironment,
  integer,
  MacKeys,
  parsed,
  parseEnvironment,
  requireControlDatabase,
  tenancyEnvironment,
} from '@salient/platform';
import { tenancyOptions } from '@salient/tenancy';
import type { StreamPace } from './sse/event-stream.js';
import { join } from 'node:path';
import { z } from 'zod';

const Environment = z
  .object({
    ...commonEnvironment,
    ...controlDatabaseEnvironment,
    ...tenancyEnvironment,
    PORT: integer(8000, 0, 65_535),
    HOST: z.string().default('0.0.0.0'),
    SESSION_TOKEN_KEYS: parsed(MacKeys.parse),
    TRUSTED_PROXIES: z.string().default(''),
    LLM_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
    LLM_API_KEY: z.string().optional(),
    LLM_MODEL: z.string().optional(),
    OPENROUTER_API_KEY: z.string().optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis URL' }).optional(),
    MODEL_PRICES_FILE: z.string().optional(),
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
    sessionTokenKeys: env.SESSION_TOKEN_KEYS,
    logging: { app: 'chat-api', level: env.LOG_LEVEL },
    metrics: { port: env.METRICS_PORT, host: env.HOST },
    control: { addresses: controlAddresses(env), connectionsMax: env.CONTROL_CONNECTIONS_MAX, applicationName: 'chat-api' },
    tenancy: tenancyOptions(env, { applicationName: 'chat-api', budgetShare: 0.7 }),
    /** Beside the bundle. */
    visitorFilesFolder: join(import.meta.dirname, 'visitor'),
    stream: {} as StreamPace,
    chat: {
      turnTimeoutMs: env.TURN_TIMEOUT_MS,
      limits: { redisUrl: env.REDIS_URL },
      models: {
        llmBaseUrl: env.LLM_BASE_URL,
        llmApiKey: env.LLM_API_KEY,
        llmModel: env.LLM_MODEL,
        openRouterApiKey: env.OPENROUTER_API_KEY,
        pricesFile: env.MODEL_PRICES_FILE,
      },
    },
  };
}
