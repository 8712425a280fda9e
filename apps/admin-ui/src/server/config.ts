import { join } from 'node:path';
import { z } from 'zod';

const httpUrl = (fallback: string) => z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).default(fallback);

/** A variable that is set to nothing is not set. */
const given = (environment: NodeJS.ProcessEnv) => Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

const milliseconds = (fallback: number) => z.coerce.number().int().min(0).max(3_600_000).default(fallback);

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8002),
  HOST: z.string().default('0.0.0.0'),
  ADMIN_API_URL: httpUrl('http://127.0.0.1:8001'),
  CHAT_API_URL: httpUrl('http://127.0.0.1:8000'),
  TRUSTED_PROXIES: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SHUTDOWN_DELAY_MS: milliseconds(0),
  SHUTDOWN_GRACE_MS: milliseconds(135_000),
});

export type AdminUiConfig = ReturnType<typeof loadConfig>;

/** @throws Error that names every faulty variable */
export function loadConfig(environment: NodeJS.ProcessEnv) {
  const parsed = Environment.safeParse(given(environment));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The environment is not valid:\n${faults.join('\n')}`);
  }
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    /** Where `/api/admin` is forwarded to. */
    adminApiUrl: env.ADMIN_API_URL.replace(/\/+$/, ''),
    /** Where drafts are tried: `/chat-api/accounts` is forwarded to its `/accounts`. */
    chatApiUrl: env.CHAT_API_URL.replace(/\/+$/, ''),
    trustedProxies: env.TRUSTED_PROXIES.split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean),
    logLevel: env.LOG_LEVEL,
    shutdownDelayMs: env.SHUTDOWN_DELAY_MS,
    shutdownGraceMs: env.SHUTDOWN_GRACE_MS,
    /** Beside the bundle. */
    publicFolder: join(import.meta.dirname, 'public'),
  };
}
