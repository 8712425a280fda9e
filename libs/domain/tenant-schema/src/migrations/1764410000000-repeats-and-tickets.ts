import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Repeats of requests that begin no turn; when a ticket was first used; what a model call cost outlives an erased session. */
export class RepeatsAndTickets1764410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency_keys ALTER COLUMN turn_id DROP NOT NULL, ADD COLUMN body jsonb;
      ALTER TABLE stream_tickets ADD COLUMN used_at timestamptz;
      ALTER TABLE llm_requests ALTER COLUMN message_id DROP NOT NULL,
        DROP CONSTRAINT llm_requests_message_id_fkey,
        ADD CONSTRAINT llm_requests_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages ON DELETE SET NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Repeats and tickets cannot be taken away again.');
  }
}
