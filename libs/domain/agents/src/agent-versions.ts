import { isDeepStrictEqual } from 'node:util';
import type { AgentContent } from '@salient/contracts/admin';
import type { AuditEvent, Sql } from '@salient/platform';
import { VersionNotFound } from './agent-administration.errors.js';

export interface AgentVersionRow {
  readonly version: number;
  readonly published_at: Date;
  readonly published_by: string;
  /** The version whose content it brought back. */
  readonly restores: number | null;
}

/** Columns of `agents` that are not its content, and so in no version. */
export const BOOKKEEPING = ['id', 'slug', 'status', 'version', 'revision', 'created_at', 'updated_at', 'deleted_at'];
const COLUMNS = 'version, published_at, published_by, restores';

/** Everything that an agent has ever been to visitors. A version is never changed. */
export const agentVersions = {
  /** Keeps what the agent's row says now, in the transaction that wrote it. */
  async keep(sql: Sql, agentId: string, { kind, id }: AuditEvent['actor'], restores: number | null): Promise<void> {
    await sql.query(
      `INSERT INTO agent_versions (agent_id, version, content, published_by, restores)
       SELECT id, version, to_jsonb(agents) - $2::text[], $3, $4 FROM agents WHERE id = $1`,
      [agentId, BOOKKEEPING, `${kind}:${id}`, restores],
    );
  },

  /** The newest first, older than the version `before`. */
  page(sql: Sql, agentId: string, limit: number, before: number | null): Promise<AgentVersionRow[]> {
    return sql.query<AgentVersionRow>(
      `SELECT ${COLUMNS} FROM agent_versions WHERE agent_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [agentId, before, limit],
    );
  },

  /** @throws VersionNotFound */
  async get(sql: Sql, agentId: string, version: number): Promise<AgentVersionRow & { readonly content: AgentContent }> {
    const [row] = await sql.query<AgentVersionRow & { content: AgentContent }>(
      `SELECT ${COLUMNS}, content FROM agent_versions WHERE agent_id = $1 AND version = $2`,
      [agentId, version],
    );
    if (!row) throw new VersionNotFound(version);
    return row;
  },
};

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields in which two contents differ, by name. */
export function changesBetween(from: Partial<AgentContent>, to: Partial<AgentContent>): FieldChange[] {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort() as (keyof AgentContent)[];
  return fields.flatMap((field) =>
    isDeepStrictEqual(from[field] ?? null, to[field] ?? null) ? [] : [{ field, from: from[field] ?? null, to: to[field] ?? null }],
  );
}
