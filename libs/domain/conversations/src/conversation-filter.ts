import type { ConversationsExportQuery } from '@salient/contracts/admin';
import { agentIs } from './sql-fragments.js';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Makes the WHERE of conversations `s` of agents `a`: `sql` for parameters that are numbered from `$1`. */
export function conditionOf(filter: ConversationsExportQuery & { readonly before?: string | null; readonly id?: string }): Condition {
  const parameters: unknown[] = [];
  const conditions: string[] = ['true'];
  const where = (value: unknown, sql: (parameter: string) => string) => {
    if (value === undefined || value === null) return;
    parameters.push(value);
    conditions.push(sql(`$${parameters.length}`));
  };
  where(filter.id, (p) => `s.id = ${p}`);
  where(filter.before, (p) => `s.id < ${p}`);
  where(filter.agent, agentIs);
  where(filter.start && new Date(filter.start), (p) => `s.created_at >= ${p}`);
  where(filter.end && new Date(filter.end), (p) => `s.created_at < ${p}`);
  where(filter.status, (p) => someMessage(`m.role = 'assistant' AND m.status = ${p}`));
  where(filter.q, (p) =>
    someMessage(`m.status <> 'running' AND to_tsvector('simple', left(m.content, 50000)) @@ websearch_to_tsquery('simple', ${p})`),
  );
  if (filter.feedback) conditions.push(feedbackIs(filter.feedback));
  return { sql: conditions.join(' AND '), parameters };
}

function feedbackIs(feedback: NonNullable<ConversationsExportQuery['feedback']>): string {
  if (feedback === 'none') return `NOT ${someMessage('m.feedback IS NOT NULL')}`;
  return someMessage(feedback === 'any' ? 'm.feedback IS NOT NULL' : `m.feedback = '${feedback}'`);
}

/** As a set of sessions, so that the index on text or feedback may lead. */
function someMessage(condition: string): string {
  return `s.id IN (SELECT m.session_id FROM messages m WHERE ${condition})`;
}
