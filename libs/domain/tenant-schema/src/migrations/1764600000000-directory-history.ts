import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an entry was before, and by whom it is what it is. */
export class DirectoryHistory1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE directory_lists ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE directory_entries
        ADD COLUMN change text NOT NULL DEFAULT 'created',
        ADD COLUMN changed_by text NOT NULL DEFAULT 'system',
        ADD COLUMN import_id uuid;
      CREATE INDEX directory_entries_page ON directory_entries (list_id, id);

      CREATE TABLE directory_entry_versions (
        entry_id uuid NOT NULL,
        version integer NOT NULL,
        list_id uuid NOT NULL REFERENCES directory_lists ON DELETE CASCADE,
        external_key text NOT NULL,
        name text NOT NULL,
        tags text[] NOT NULL,
        contact jsonb NOT NULL,
        data jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'archived', 'deleted')),
        change text NOT NULL,
        changed_by text NOT NULL,
        import_id uuid,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, version)
      );
      CREATE INDEX directory_entry_versions_list ON directory_entry_versions (list_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE directory_entry_versions;
      DROP INDEX directory_entries_page;
      ALTER TABLE directory_entries DROP COLUMN change, DROP COLUMN changed_by, DROP COLUMN import_id;
      ALTER TABLE directory_lists DROP COLUMN version`);
  }
}
