import type { Sql } from '@salient/platform';

/** What people call those who did something, by id: a person's e-mail address, a token's name. */
export async function actorNames(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.query<{ id: string; name: string }>(
    `SELECT id, email AS name FROM admin_users WHERE id::text = ANY ($1)
     UNION ALL SELECT id, name FROM api_tokens WHERE id::text = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
