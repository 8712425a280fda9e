import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Directory schemas that admins make and change: where a version comes from, the document in its author's order (jsonb
 * forgets that), and which schemas are not to be used for new lists.
 */
export class SchemaAdministration1764910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE directory_schemas
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN deprecated_at timestamptz,
        ADD COLUMN deprecation_reason text,
        ADD COLUMN replaced_by text REFERENCES directory_schemas;
      ALTER TABLE directory_schema_versions
        ADD COLUMN document json,
        ADD COLUMN origin text NOT NULL DEFAULT 'built_in' CHECK (origin IN ('built_in', 'admin'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE directory_schema_versions DROP COLUMN document, DROP COLUMN origin;
      ALTER TABLE directory_schemas DROP COLUMN revision, DROP COLUMN updated_at, DROP COLUMN deprecated_at, DROP COLUMN deprecation_reason,
        DROP COLUMN replaced_by`);
  }
}
