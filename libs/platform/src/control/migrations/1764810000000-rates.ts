import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Turns that began in the current minute, by what limits them. Not logged: after a crash of the server counting begins anew.
 * And what an account may spend in a period: processes read it with the account's record, so a change of it is told like one
 * of routing.
 */
export class Rates1764810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE rate_windows (
        key text PRIMARY KEY,
        ends_at timestamptz NOT NULL,
        granted integer NOT NULL,
        used integer NOT NULL
      );
      CREATE INDEX rate_windows_end ON rate_windows (ends_at);

      ALTER TABLE tenant_registry ADD COLUMN budget jsonb;
      CREATE FUNCTION raise_config_version_of_budget() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.config_version := OLD.config_version + 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tenant_registry_version_budget BEFORE UPDATE ON tenant_registry FOR EACH ROW
        WHEN (NEW.budget IS DISTINCT FROM OLD.budget) EXECUTE FUNCTION raise_config_version_of_budget()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tenant_registry_version_budget ON tenant_registry;
      DROP FUNCTION raise_config_version_of_budget;
      ALTER TABLE tenant_registry DROP COLUMN budget;
      DROP TABLE rate_windows`);
  }
}
