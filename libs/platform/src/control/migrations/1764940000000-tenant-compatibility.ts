import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the oldest code is that can run on a tenant's schema: the newest migration that it has to know; null for any code.
 * Processes keep it with the account's record, so a change of it is told like one of routing.
 */
export class TenantCompatibility1764940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_registry ADD COLUMN oldest_code text;
      CREATE FUNCTION raise_config_version_of_oldest_code() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.config_version := OLD.config_version + 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tenant_registry_version_oldest_code BEFORE UPDATE ON tenant_registry FOR EACH ROW
        WHEN (NEW.oldest_code IS DISTINCT FROM OLD.oldest_code) EXECUTE FUNCTION raise_config_version_of_oldest_code()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tenant_registry_version_oldest_code ON tenant_registry;
      DROP FUNCTION raise_config_version_of_oldest_code;
      ALTER TABLE tenant_registry DROP COLUMN oldest_code`);
  }
}
