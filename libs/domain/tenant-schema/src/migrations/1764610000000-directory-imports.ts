import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports as change sets: what a file says, what of it is wrong, and what has become of it. */
export class DirectoryImports1764610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directory_imports (
        id uuid PRIMARY KEY,
        list_id uuid NOT NULL REFERENCES directory_lists ON DELETE CASCADE,
        status text NOT NULL CHECK (status IN ('validating', 'ready', 'applying', 'applied', 'failed', 'undone', 'cancelled')),
        on_missing text NOT NULL CHECK (on_missing IN ('keep', 'archive')),
        file_name text,
        bytes bigint NOT NULL,
        sha256 text NOT NULL,
        list_version integer NOT NULL,
        columns jsonb NOT NULL DEFAULT '{}',
        rows_read integer NOT NULL DEFAULT 0,
        counts jsonb NOT NULL DEFAULT '{"create":0,"update":0,"unchanged":0,"archive":0,"invalid":0}',
        kept integer NOT NULL DEFAULT 0,
        error text,
        worker_id uuid,
        lease_until timestamptz,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX directory_imports_page ON directory_imports (list_id, id);

      CREATE TABLE directory_import_rows (
        import_id uuid NOT NULL,
        external_key text NOT NULL,
        row_number integer NOT NULL,
        valid boolean NOT NULL,
        entry_id uuid NOT NULL,
        name text NOT NULL DEFAULT '',
        tags text[] NOT NULL DEFAULT '{}',
        contact jsonb NOT NULL DEFAULT '{}',
        data jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'active',
        name_words text NOT NULL DEFAULT '',
        tag_words text NOT NULL DEFAULT '',
        body_words text NOT NULL DEFAULT '',
        search_text text NOT NULL DEFAULT '',
        PRIMARY KEY (import_id, external_key)
      );

      CREATE TABLE directory_import_faults (
        import_id uuid NOT NULL REFERENCES directory_imports ON DELETE CASCADE,
        row_number integer NOT NULL,
        place integer NOT NULL,
        column_name text NOT NULL,
        code text NOT NULL,
        message text NOT NULL,
        suggestion text NOT NULL,
        PRIMARY KEY (import_id, row_number, place)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE directory_import_faults; DROP TABLE directory_import_rows; DROP TABLE directory_imports');
  }
}
