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

const Environment = z
  .object({
    ...commonEnvironment,
    ...controlDatabaseEnvironment,
    ...tenancyEnvironment,
    PORT: integer(8001, 0, 65_535),
    HOST: z.string().default('0.0.0.0'),
    TRUSTED_PROXIES: z.string().default(''),
    JWT_SECRET: secret(32),
    JWT_ALGORITHM: z.enum(['HS256', 'HS384', 'HS512']).default('HS256'),
    JWT_ISSUER: z.string().default('salient'),
    JWT_AUDIENCE: z.string().default('salient-admin'),
  })
  .superRefine(requireControlDatabase, { when: () => true }); // also when other variables are at fault;

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
    tenancy: tenancyOptions(env, { applicationName: 'admin-api', budgetShare: 0.15 }),
    auth: { secret: env.JWT_SECRET, algorithm: env.JWT_ALGORITHM, issuer: env.JWT_ISSUER, audience: env.JWT_AUDIENCE },
  };
}
