import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the package.json beside the bundle; `0.0.0` when the code runs unbundled. */
export function packageVersion(directory: string): string {
  const file = join(directory, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : '0.0.0';
}
