import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which session a chat is: chats of the AI SDK's clients have ids of the clients' own making. */
export class UiChats1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ui_chats (
        agent_id uuid NOT NULL REFERENCES agents ON DELETE CASCADE,
        principal text NOT NULL,
        chat_id text NOT NULL,
        session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agent_id, principal, chat_id)
      );
      CREATE INDEX ui_chats_session ON ui_chats (session_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ui_chats');
  }
}
