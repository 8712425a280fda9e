import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agents have versions, a draft beside what is published, and previews of either. A deleted agent keeps its conversations. */
export class AgentVersions1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agents ADD COLUMN revision integer NOT NULL DEFAULT 1, ADD COLUMN deleted_at timestamptz;

      CREATE TABLE agent_versions (
        agent_id uuid NOT NULL REFERENCES agents ON DELETE CASCADE,
        version integer NOT NULL CHECK (version > 0),
        content jsonb NOT NULL,
        restores integer,
        published_by text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agent_id, version)
      );
      CREATE TABLE agent_drafts (
        agent_id uuid PRIMARY KEY REFERENCES agents ON DELETE CASCADE,
        content jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE agent_previews (
        preview_hash bytea PRIMARY KEY,
        agent_id uuid NOT NULL REFERENCES agents ON DELETE CASCADE,
        version integer,
        content jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX agent_previews_agent ON agent_previews (agent_id);
      CREATE INDEX agent_previews_expiry ON agent_previews (expires_at);

      INSERT INTO agent_versions (agent_id, version, content, published_by, published_at)
      SELECT id, version, to_jsonb(agents) - '{id,slug,status,version,revision,created_at,updated_at,deleted_at}'::text[], 'system:migration', updated_at
      FROM agents WHERE status = 'published'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE agent_previews, agent_drafts, agent_versions;
      ALTER TABLE agents DROP COLUMN revision, DROP COLUMN deleted_at`);
  }
}
