import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How large a database was before it was dropped, for the receipt: whoever takes a deletion over after the drop cannot ask any more. */
export class DeletionSize1764960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tenant_registry ADD COLUMN deleted_bytes bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tenant_registry DROP COLUMN deleted_bytes');
  }
}
