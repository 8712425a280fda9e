import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the file of an import is written, and what its columns are. */
export class ImportFormats1764920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE directory_imports ADD COLUMN format jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE directory_imports DROP COLUMN format');
  }
}
