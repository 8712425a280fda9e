import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the account lays over schemas of the platform, in versions that never change; one without an overlay takes it away. */
export class SchemaOverlays1764910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directory_schema_overlays (
        entry_type text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        overlay json,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (entry_type, version)
      );
      ALTER TABLE directory_lists ADD COLUMN overlay_version integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE directory_lists DROP COLUMN overlay_version; DROP TABLE directory_schema_overlays');
  }
}
