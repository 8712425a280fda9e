import { Injectable } from '@nestjs/common';
import { ControlDatabase, InvalidRequest } from '@salient/platform';
import type { SchemaDocument } from '../schema-document.js';
import type { AdoptedSchema } from './schema-move.js';

/** The schemas that an account's lists can pin. */
@Injectable()
export class DirectorySchemas {
  constructor(private readonly control: ControlDatabase) {}

  /**
   * The schema for a list of this type: the newest, or the version that is named.
   *
   * @throws InvalidRequest when the catalog has no such version
   */
  async forList(entryType: string, version: number | undefined): Promise<AdoptedSchema> {
    const [row] = await this.control.query<{ version: number; schema: SchemaDocument }>(
      `SELECT version, schema FROM directory_schema_versions WHERE entry_type = $1 AND ($2::int IS NULL OR version = $2)
       ORDER BY version DESC LIMIT 1`,
      [entryType, version ?? null],
    );
    if (row) return row;
    const field = version === undefined ? 'entry_type' : 'schema_version';
    throw new InvalidRequest(`There is no directory schema "${entryType}"${version === undefined ? '' : ` of version ${version}`}.`, [
      { pointer: `/${field}`, code: 'unknown_schema', detail: 'GET /directory-schemas lists what there is.' },
    ]);
  }
}
