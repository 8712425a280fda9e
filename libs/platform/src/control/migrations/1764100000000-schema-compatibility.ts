import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the oldest code is that can run on this schema, so that older code refuses it and newer code does not wait for nothing. */
export class SchemaCompatibility1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE schema_compatibility (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        oldest_code text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE schema_compatibility');
  }
}
