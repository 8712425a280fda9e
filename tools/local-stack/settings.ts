import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../processes/refusal.ts';

export const workspace = fileURLToPath(new URL('../..', import.meta.url));

/** What whoever starts the stack may choose. */
export interface Settings {
  readonly dataDirectory: string;
  readonly chatApiPort: number;
  readonly adminApiPort: number;
  /** A server to use instead of the embedded one. */
  readonly postgresUrl: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** @throws Refusal on an argument or a port that means nothing here */
export function readSettings(environment: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  if (args.length > 0) throw new Refusal(`Unknown argument: ${args[0]}. The local stack is set by environment variables; see the README.`);
  return {
    dataDirectory: resolve(environment['SALIENT_DATA_DIR'] || resolve(workspace, '.salient')),
    chatApiPort: port(environment, 'CHAT_API_PORT', 8000),
    adminApiPort: port(environment, 'ADMIN_API_PORT', 8001),
    postgresUrl: environment['POSTGRES_ADMIN_URL'] || undefined,
    environment,
  };
}

function port(environment: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(environment[name] || fallback);
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
  throw new Refusal(`${name} must be a port between 1 and 65535, not "${environment[name]}".`);
}
