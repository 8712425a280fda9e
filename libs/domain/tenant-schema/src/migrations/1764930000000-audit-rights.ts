import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The role that the account is served with has no right any more to change or delete what the audit holds. Without the trigger,
 * which refuses it to everybody, it is still refused.
 */
export class AuditRights1764930000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON audit_events FROM CURRENT_USER');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT UPDATE, DELETE, TRUNCATE ON audit_events TO CURRENT_USER');
  }
}
