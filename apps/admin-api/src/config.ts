import { JWT_ALGORITHMS } from '@salient/auth/admin';
import {
  commonEnvironment,
  controlAddresses,
  controlDatabaseEnvironment,
  integer,
  parseEnvironment,
  requireControlDatabase,
  secret,
  tenancyEnvironment,
} from '@salient/platform';
import { tenancyOptions } from '@salient/tenancy';
import { z } from 'zod';
import { authOptions, requireUsableJwt } from './auth/auth-config.js';

/** One secret or several, each after its id: `kid:secret,kid2:secret`. None may be a placeholder. */
const keyedSecrets = secret(32).refine(
  (text) => text.split(',').every((part) => secret(0).safeParse(part.trim().replace(/^[\w-]{1,32}:/, '')).success),
  { error: 'is a placeholder' },
);

const Environment = z
  .object({
    ...commonEnvironment,
    ...controlDatabaseEnvironment,
    ...tenancyEnvironment,
    PORT: integer(8001, 0, 65_535),
    HOST: z.string().default('0.0.0.0'),
    TRUSTED_PROXIES: z.string().default(''),
    TENANT_POOL_SIZE: integer(2, 0, 1_000),
    JWT_SECRET: keyedSecrets,
    JWT_ALGORITHM: z.enum(JWT_ALGORITHMS).default('HS256'),
    JWT_ISSUER: z.string().default('salient'),
    JWT_AUDIENCE: z.string().default('salient-admin'),
    JWT_JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
    PUBLIC_ADMIN_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8002'),
    SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./, error: 'must be a URL such as smtps://user:password@host' }).optional(),
  })
  .superRefine(requireControlDatabase, { when: () => true }) // also when other variables are at fault
  .superRefine(requireUsableJwt);

export type AdminApiConfig = ReturnType<typeof loadConfig>;

export const ADMIN_API_CONFIG = Symbol('AdminApiConfig');

/** @throws InvalidEnvironment that names every faulty variable */
export function loadConfig(environment: NodeJS.ProcessEnv) {
  const env = parseEnvironment(Environment, environment);
  return {
    host: env.HOST,
    port: env.PORT,
    shutdownDelayMs: env.SHUTDOWN_DELAY_MS,
    shutdownAcceptMs: env.SHUTDOWN_DELAY_MS,
    shutdownGraceMs: env.SHUTDOWN_GRACE_MS,
    trustedProxies: env.TRUSTED_PROXIES.split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean),
    /** Browsers keep a Secure cookie from http, which development and tests speak. */
    secureCookies: env.ENVIRONMENT === 'staging' || env.ENVIRONMENT === 'production',
    logging: { app: 'admin-api', level: env.LOG_LEVEL },
    metrics: { port: env.METRICS_PORT, host: env.HOST },
    control: { addresses: controlAddresses(env), connectionsMax: env.CONTROL_CONNECTIONS_MAX, applicationName: 'admin-api' },
    tenancy: tenancyOptions(env, { applicationName: 'admin-api', budgetShare: 0.15, reserved: 1, operatorShare: 0.5 }),
    poolSize: env.TENANT_POOL_SIZE,
    auth: authOptions(env),
  };
}
