import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Directories: lists that pin a schema, their entries, and the text that is searched. */
export class Directory1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEARCH_VECTOR);
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Directories cannot be taken away again.');
  }
}

/**
 * Name (A), tags (B) and values (C), each as whole words and by the list's language: the first finds prefixes as they are
 * written, the second other forms of a word.
 */
const SEARCH_VECTOR = `
  CREATE FUNCTION directory_search_vector(language regconfig, name text, tags text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT setweight(to_tsvector('simple', name) || to_tsvector(language, name), 'A')
        || setweight(to_tsvector('simple', tags) || to_tsvector(language, tags), 'B')
        || setweight(to_tsvector('simple', body) || to_tsvector(language, body), 'C')
  $$`;

const TABLES = `
  CREATE TABLE directory_lists (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    entry_type text NOT NULL,
    schema_version integer NOT NULL,
    schema jsonb NOT NULL,
    language regconfig NOT NULL DEFAULT 'simple',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE directory_entries (
    id uuid PRIMARY KEY,
    list_id uuid NOT NULL REFERENCES directory_lists ON DELETE CASCADE,
    external_key text NOT NULL,
    name text NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    contact jsonb NOT NULL DEFAULT '{}',
    data jsonb NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived')),
    search tsvector NOT NULL,
    search_text text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (list_id, external_key)
  );
  CREATE INDEX directory_entries_search ON directory_entries USING gin (search);
  CREATE INDEX directory_entries_name ON directory_entries (list_id, name);
`;
