import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How large a former database of a move or a restore was before it was dropped: whoever takes over after the drop cannot ask any more. */
export class FormerSizes1764970000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_moves ADD COLUMN former_bytes bigint;
      ALTER TABLE tenant_restores ADD COLUMN former_bytes bigint`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_moves DROP COLUMN former_bytes;
      ALTER TABLE tenant_restores DROP COLUMN former_bytes`);
  }
}
