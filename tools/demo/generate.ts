import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from './demo-account.ts';
import { harborClinic } from './harbor-clinic.ts';
import { meridianBooks } from './meridian-books.ts';

/** Writes the data of the demonstration: `node tools/demo/generate.ts`. The same on every machine and at every time. */
const directory = join(import.meta.dirname, 'data');
mkdirSync(directory, { recursive: true });
for (const account of [harborClinic(), meridianBooks()]) writeFileSync(join(directory, `${account.account.slug}.json`), textOf(account));

function textOf(account: DemoAccount): string {
  return `${JSON.stringify(account, null, 1)}\n`;
}
