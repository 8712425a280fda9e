import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refusal } from '../processes/refusal.ts';

export const workspace = fileURLToPath(new URL('../..', import.meta.url));

const REPLICAS_MAX = 16;

/** What whoever starts the stack may choose. */
export interface Settings {
  readonly dataDirectory: string;
  readonly chatApiPort: number;
  readonly adminApiPort: number;
  readonly adminUiPort: number;
  /** How many chat-api processes share the port. */
  readonly chatReplicas: number;
  /** A server to use instead of the embedded one. */
  readonly postgresUrl: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** @throws Refusal on an argument or a port that means nothing here */
export function readSettings(environment: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  return {
    dataDirectory: resolve(environment['SALIENT_DATA_DIR'] || resolve(workspace, '.salient')),
    ...readPorts(environment),
    chatReplicas: readReplicas(args),
    postgresUrl: environment['POSTGRES_ADMIN_URL'] || undefined,
    environment,
  };
}

function readPorts(environment: NodeJS.ProcessEnv) {
  const ports = {
    chatApiPort: port(environment, 'CHAT_API_PORT', 8000),
    adminApiPort: port(environment, 'ADMIN_API_PORT', 8001),
    adminUiPort: port(environment, 'ADMIN_UI_PORT', 8002),
  };
  const shared = Object.values(ports).find((one, index, all) => all.indexOf(one) !== index);
  if (shared === undefined) return ports;
  throw new Refusal(`Port ${shared} is chosen twice: CHAT_API_PORT, ADMIN_API_PORT and ADMIN_UI_PORT must differ.`);
}

function readReplicas(args: readonly string[]): number {
  let text: string | undefined;
  try {
    text = parseArgs({ args: [...args], options: { 'chat-replicas': { type: 'string', default: '1' } } }).values['chat-replicas'];
  } catch (error) {
    const message = (error as Error).message.replace(/\.?$/, '.');
    throw new Refusal(`${message} The only argument is --chat-replicas N; the rest is set by environment variables.`);
  }
  const replicas = Number(text);
  if (Number.isInteger(replicas) && replicas >= 1 && replicas <= REPLICAS_MAX) return replicas;
  throw new Refusal(`--chat-replicas must be a number between 1 and ${REPLICAS_MAX}, not "${text}".`);
}

function port(environment: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(environment[name] || fallback);
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
  throw new Refusal(`${name} must be a port between 1 and 65535, not "${environment[name]}".`);
}
