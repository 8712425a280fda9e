import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The orders in which entries of a list are paged. */
export class EntryOrders1764940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE INDEX directory_entries_by_name ON directory_entries (list_id, (left(split_part(search_text, E' \n', 1), 200) COLLATE "C"), id);
      CREATE INDEX directory_entries_by_creation ON directory_entries (list_id, created_at, id);
      CREATE INDEX directory_entries_by_update ON directory_entries (list_id, updated_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX directory_entries_by_name, directory_entries_by_creation, directory_entries_by_update');
  }
}
