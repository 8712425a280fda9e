import { Slug } from '@salient/contracts';
import { putEntries, putList, SchemaCatalog } from '@salient/domain/directory';
import { AccountSchemas } from '@salient/domain/directory/admin';
import type { ControlDatabase } from '@salient/platform';
import type { TenantDb } from '@salient/tenancy';
import { z } from 'zod';

/** A directory list with its entries, as a file holds it. */
export const ListData = z.object({
  slug: Slug,
  name: z.string(),
  description: z.string(),
  entry_type: z.string(),
  language: z.string(),
  entries: z.array(
    z.object({
      external_key: z.string(),
      name: z.string(),
      tags: z.array(z.string()).optional(),
      contact: z.record(z.string(), z.string()).optional(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type ListData = z.infer<typeof ListData>;

export interface ImportedList {
  readonly list: string;
  /** Entries that were added or changed. */
  readonly written: number;
}

/** Writes a list with its entries, all or nothing, by the newest schema of its type and the account's newest overlay over it. */
export async function importList(
  control: ControlDatabase,
  db: TenantDb,
  { entry_type: entryType, entries, ...list }: ListData,
): Promise<ImportedList> {
  const { version, overlayVersion, schema } = await new AccountSchemas(new SchemaCatalog(control), db).forList(entryType, {});
  const written = await db.transaction(async (sql) => {
    const id = await putList(sql, { ...list, entryType, schemaVersion: version, overlayVersion, schema });
    return putEntries(sql, id, schema, entries);
  });
  return { list: list.slug, written };
}

export async function hasList(db: TenantDb, slug: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM directory_lists WHERE slug = $1', [slug]);
  return rows.length > 0;
}
