import { InvalidEnvironment } from '@salient/platform';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Of a platform admin: from `SALIENT_ADMIN_EMAIL` and `SALIENT_ADMIN_PASSWORD`, else those of the local stack when it is the
 * one to verify.
 *
 * @throws InvalidEnvironment when there are none
 */
export function findCredentials(environment: NodeJS.ProcessEnv, adminUrl: string): Credentials {
  const { SALIENT_ADMIN_EMAIL: email, SALIENT_ADMIN_PASSWORD: password, SALIENT_DATA_DIR: folder = '.salient' } = environment;
  if (email && password) return { email, password };
  const file = join(folder, 'dev.json');
  const local = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { admin_api: string; admin: Credentials }) : null;
  if (local && sameOrigin(local.admin_api, adminUrl)) return local.admin;
  throw new InvalidEnvironment('Set SALIENT_ADMIN_EMAIL and SALIENT_ADMIN_PASSWORD to those of a platform admin.');
}

/** 127.0.0.1 and localhost are one. */
function sameOrigin(left: string, right: string): boolean {
  const originOf = (url: string) => URL.parse(url)?.origin.replace('//localhost', '//127.0.0.1');
  return originOf(left) === originOf(right);
}
