import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';

const HEAD = '/** Generated from the OpenAPI document of the service by "npm run client:generate"; not written by hand. */\n';

/** The file of a service's types, and what it has to be for the document that the service serves; writes it when `UPDATE_CLIENT` is set. */
export async function generatedTypes(
  service: 'admin-api' | 'chat-api',
  document: object,
): Promise<{ readonly file: string; readonly due: string }> {
  const path = join(import.meta.dirname, 'generated', `${service}.ts`);
  const due = HEAD + astToString(await openapiTypescript(JSON.stringify(document)));
  if (process.env['UPDATE_CLIENT']) writeFileSync(path, due);
  return { file: readFileSync(path, 'utf8'), due };
}
