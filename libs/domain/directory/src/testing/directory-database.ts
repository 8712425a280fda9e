import { tenantMigrations } from '@salient/domain/tenant-schema';
import { sqlOf, typeormAddress, type Sql } from '@salient/platform';
import { cloneDatabase, dropDatabase, templateDatabase } from '@salient/platform/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { builtInSchemas } from '../built-in-schemas.js';
import type { SearchedList } from '../directory-search.js';
import { putEntries, putList, type NewEntry } from '../directory-writer.js';
import type { SchemaDocument } from '../schema-document.js';

export interface DirectoryDatabase {
  readonly sql: Sql;
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Writes a list of a built-in type with its entries. */
  fill(
    slug: string,
    entryType: string,
    entries: readonly NewEntry[],
    options?: { language?: string; schema?: SchemaDocument },
  ): Promise<SearchedList>;
  close(): Promise<void>;
}

/** A tenant's database for one spec file, without a tenant around it. */
export async function directoryDatabase(): Promise<DirectoryDatabase> {
  const address = await cloneDatabase(await templateDatabase('tenant', tenantMigrations));
  const dataSource = new DataSource({ type: 'postgres', driver: pg, ...typeormAddress(address), poolSize: 3, installExtensions: false });
  await dataSource.initialize();
  const sql = sqlOf(dataSource);
  return {
    sql,
    transaction: (work) => dataSource.transaction((manager) => work(sqlOf(manager))),
    async fill(slug, entryType, entries, { language = 'english', schema = schemaOf(entryType) } = {}) {
      const id = await putList(sql, { slug, name: slug, entryType, schemaVersion: 1, schema, language });
      await putEntries(sql, id, schema, entries);
      return { id, slug, language, schema };
    },
    async close() {
      await dataSource.destroy();
      await dropDatabase(address.database);
    },
  };
}

export function schemaOf(entryType: string): SchemaDocument {
  return builtInSchemas[entryType]!;
}

/** A doctor who speaks English, at Harbor East, unless said otherwise. */
export function doctor(
  key: string,
  name: string,
  specialty: string,
  more: { data?: object; contact?: Record<string, string>; tags?: string[] } = {},
): NewEntry {
  return {
    external_key: key,
    name,
    tags: more.tags ?? [],
    contact: more.contact ?? {},
    data: { specialty, languages: ['English'], locations: ['Harbor East'], ...more.data },
  };
}
