import type { Keyring, Sql } from '@salient/platform';

/** Binds a sealed secret to its user. */
export function totpContext(userId: string): string {
  return `totp:${userId}`;
}

/**
 * Writes every stored secret of a second factor anew with the first key, so that older keys can be taken away. It can be
 * stopped and run again.
 *
 * @returns how many were written
 */
export async function resealSecondFactors(sql: Sql, keyring: Keyring): Promise<number> {
  const rows = await sql.query<{ id: string; sealed: string }>(
    'SELECT id, totp_secret AS sealed FROM admin_users WHERE totp_secret IS NOT NULL',
  );
  let written = 0;
  for (const { id, sealed } of rows.filter((row) => !keyring.isCurrent(row.sealed))) {
    const anew = keyring.seal(keyring.open(sealed, totpContext(id)), totpContext(id));
    const changed = await sql.query('UPDATE admin_users SET totp_secret = $2 WHERE id = $1 AND totp_secret = $3 RETURNING id', [
      id,
      anew,
      sealed,
    ]);
    written += changed.length;
  }
  return written;
}
