import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from '../processes/private-file.ts';

/** What the stack makes up at its first start and keeps: data that was written with them stays readable. */
export interface Secrets {
  readonly postgres: { readonly port: number; readonly password: string };
  /** Passwords of the services in the control database. */
  readonly databasePasswords: { readonly chat: string; readonly admin: string };
  readonly jwtSecret: string;
  readonly encryptionKeys: string;
  readonly sessionTokenKeys: string;
  readonly admin: { readonly email: string; readonly password: string };
  /** Texts of the demo accounts' API tokens, by their refs. */
  readonly tokens: Readonly<Record<string, string>>;
}

export function loadSecrets(dataDirectory: string): Secrets {
  const known = readJson<Partial<Secrets>>(secretsFile(dataDirectory));
  const secrets = { ...newSecrets(), ...known }; // a folder of an older version lacks what is new
  if (known && Object.keys(secrets).every((name) => name in known)) return secrets;
  saveSecrets(dataDirectory, secrets);
  return secrets;
}

export function saveSecrets(dataDirectory: string, secrets: Secrets): void {
  writePrivateJson(secretsFile(dataDirectory), secrets);
}

function newSecrets(): Secrets {
  return {
    // The registry remembers where tenants' databases are, so the port stays; below the range that systems give out themselves.
    postgres: { port: randomInt(20_000, 32_000), password: randomText(24) },
    databasePasswords: { chat: randomText(24), admin: randomText(24) },
    jwtSecret: randomText(48),
    encryptionKeys: newKey(),
    sessionTokenKeys: newKey(),
    admin: { email: 'admin@salient.test', password: randomText(15) },
    tokens: {},
  };
}

function newKey(): string {
  return `local:${randomBytes(32).toString('base64')}`;
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

function secretsFile(dataDirectory: string): string {
  return join(dataDirectory, 'secrets.json');
}
