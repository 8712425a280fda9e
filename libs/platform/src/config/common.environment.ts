import { z } from 'zod';
import { parseControlUrl, type PostgresAddress } from '../control/postgres-address.js';
import { Keyring } from '../crypto/keyring.js';
import { integer } from './environment.js';

const PostgresUrl = z.string().refine(isPostgresUrl, { error: 'must be a URL such as postgresql://user:password@host:5432/salient_admin' });

function isPostgresUrl(text: string): boolean {
  return ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '');
}

/** A variable with a form of its own; what is wrong with it becomes a fault of the environment. */
export function parsed<Value>(parse: (text: string) => Value) {
  return z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
}

/** Variables that every service reads. */
export const commonEnvironment = {
  ENVIRONMENT: z.enum(['development', 'test', 'staging', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SHUTDOWN_DELAY_MS: integer(0, 0, 60_000),
  SHUTDOWN_GRACE_MS: integer(135_000, 1_000),
  METRICS_PORT: integer(0, 0, 65_535),
  CONTROL_CONNECTIONS_MAX: integer(5, 1, 1_000),
  SALIENT_ENCRYPTION_KEYS: parsed(Keyring.parse),
};

/** How a service reaches the databases of tenants. */
export const tenancyEnvironment = {
  TENANT_CONNECTION_BUDGET: integer(0, 0, 10_000),
  TENANT_CONNECTION_CEILING: integer(4, 1, 1_000),
  TENANT_WAITERS_MAX: integer(100, 1, 100_000),
  TENANT_HANDLES_MAX: integer(5_000, 1, 100_000),
  TENANT_IDLE_MS: integer(300_000, 100),
  PODS_MAX: integer(4, 1, 10_000),
};

/** The control database: one URL, or its parts. */
export const controlDatabaseEnvironment = {
  POSTGRES_ADMIN_URL: PostgresUrl.optional(),
  POSTGRES_DIRECT_URL: PostgresUrl.optional(),
  POSTGRES_HOST: z.string().optional(),
  POSTGRES_PORT: integer(5432, 1, 65_535),
  POSTGRES_ADMIN_USER: z.string().default('postgres'),
  POSTGRES_ADMIN_PASSWORD: z.string().optional(),
};

export interface ControlAddresses {
  /** Where statements go; perhaps through PgBouncer. */
  readonly pooled: PostgresAddress;
  /** Where LISTEN and migrations go: never through a transaction pooler. */
  readonly direct: PostgresAddress;
}

interface ControlDatabaseVariables {
  readonly POSTGRES_ADMIN_URL?: string;
  readonly POSTGRES_DIRECT_URL?: string;
  readonly POSTGRES_HOST?: string;
  readonly POSTGRES_PORT: number;
  readonly POSTGRES_ADMIN_USER: string;
  readonly POSTGRES_ADMIN_PASSWORD?: string;
}

/** A refinement for an environment schema: either the URL or host and password must be there. */
export function requireControlDatabase(env: ControlDatabaseVariables, context: z.RefinementCtx): void {
  if (env.POSTGRES_ADMIN_URL) return;
  const missing = (['POSTGRES_HOST', 'POSTGRES_ADMIN_PASSWORD'] as const).filter((name) => !env[name]);
  if (missing.length === 2)
    context.addIssue({
      code: 'custom',
      path: ['POSTGRES_ADMIN_URL'],
      message: 'is missing (or set POSTGRES_HOST and POSTGRES_ADMIN_PASSWORD)',
    });
  else for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
}

export function controlAddresses(env: ControlDatabaseVariables): ControlAddresses {
  const pooled = env.POSTGRES_ADMIN_URL ? parseControlUrl(env.POSTGRES_ADMIN_URL) : addressOfParts(env);
  const direct = env.POSTGRES_DIRECT_URL ? { ...parseControlUrl(env.POSTGRES_DIRECT_URL), database: pooled.database } : pooled;
  return { pooled, direct };
}

function addressOfParts(env: ControlDatabaseVariables): PostgresAddress {
  const { POSTGRES_HOST: host = '', POSTGRES_PORT: port, POSTGRES_ADMIN_USER: user, POSTGRES_ADMIN_PASSWORD: password = '' } = env;
  return { host, port, user, password, database: parseControlUrl('postgresql://host').database, tls: false };
}
