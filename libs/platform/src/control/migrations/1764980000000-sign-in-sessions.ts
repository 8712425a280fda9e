import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody is signed in: the family of refresh tokens is the session, and its newest one says where it was used last. */
export class SignInSessions1764980000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refresh_tokens
        ADD COLUMN begun_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN address text,
        ADD COLUMN user_agent text;
      UPDATE refresh_tokens token SET begun_at = family.begun_at
        FROM (SELECT family_id, min(created_at) AS begun_at FROM refresh_tokens GROUP BY family_id) family
        WHERE token.family_id = family.family_id;
      CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX refresh_tokens_expiry;
      ALTER TABLE refresh_tokens DROP COLUMN begun_at, DROP COLUMN address, DROP COLUMN user_agent`);
  }
}
