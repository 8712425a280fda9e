import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing has read the index over names as they are written. By itself, so that nobody who reads waits for the others to be built. */
export class EntryNameIndex1764990000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX directory_entries_name');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX directory_entries_name ON directory_entries (list_id, name)');
  }
}
