import type { PreparedStatement } from '@salient/tenancy';
import { HISTORY_EXCHANGES_MAX } from './history-window.js';
import { VISITOR_TURNS_PER_MINUTE } from './turn-rates.js';

/** How long a turn belongs to its worker without a sign of life, by the database's clock. */
export const LEASE_SECONDS = 10;

/** Exchanges that are read before a turn: more than a prompt holds, so that it is seen when there are too many. */
const EXCHANGES_READ_MAX = HISTORY_EXCHANGES_MAX + 20;

const RECENT = `(SELECT json_build_object('count', count(*),
       'freesInSeconds', coalesce(ceil(60 - extract(epoch FROM now() - min(newest.created_at))), 0)::int)
     FROM (SELECT created_at FROM messages WHERE session_id = $2 AND role = 'assistant' ORDER BY seq DESC
       LIMIT ${VISITOR_TURNS_PER_MINUTE}) newest WHERE newest.created_at > now() - interval '60 seconds')`;

/**
 * What of a ground there is to read. Each shape is a statement of its own rather than a parameter of one: where a parameter decides
 * how much is read, PostgreSQL plans every run anew, which costs more than the run.
 * https://www.postgresql.org/docs/18/sql-prepare.html#SQL-PREPARE-NOTES
 */
export interface GroundShape {
  /** $2 names a session; without, the turn is the first of a new one. */
  readonly inSession: boolean;
  /** Whether the session's turns of the last minute are counted. */
  readonly withRecent: boolean;
}

export type ShapedStatement = (shape: GroundShape) => PreparedStatement;

/** $1 the agent's slug, $2 the session. */
export const READ_GROUND = shaped('turn_ground', (shape) => reading(ground(shape)));
/** The same for an agent that need not be published: whoever reads it has leave to try its draft. */
export const READ_PREVIEWED_GROUND = shaped('turn_ground_previewed', (shape) =>
  reading(ground(shape, { visible: 'a.deleted_at IS NULL' })),
);
/** $1 the agent's slug, $2 the session, $3 the `seq` that what is read lies before. */
export const READ_GROUND_BEFORE = shaped('turn_ground_before', (shape) => reading(ground(shape, { before: '$3' })));

function shaped(name: string, text: (shape: GroundShape) => string): ShapedStatement {
  const [first, firstRecent, next, nextRecent] = [false, true].flatMap((inSession) =>
    [false, true].map((withRecent) => ({
      name: `${name}${inSession ? '' : '_first'}${withRecent ? '_recent' : ''}`,
      text: text({ inSession, withRecent }),
    })),
  ) as [PreparedStatement, PreparedStatement, PreparedStatement, PreparedStatement];
  return ({ inSession, withRecent }) => (inSession ? (withRecent ? nextRecent : next) : withRecent ? firstRecent : first);
}

/** One value of JSON costs less to describe, send and read than as many columns. */
function reading(groundText: string): string {
  return `
  SELECT row_to_json(ground) AS ground FROM (${groundText}
  ) ground`;
}

function ground({ inSession, withRecent }: GroundShape, { visible = `a.status = 'published'`, before = '' } = {}): string {
  const agent = `a.id, a.slug, a.name, a.system_prompt AS "systemPrompt", a.model, a.lists, a.tools, a.disconnect_policy AS "disconnectPolicy",
    a.limits, a.budget, a.closed_message AS "closedMessage", a.fallbacks, a.max_output_tokens AS "maxOutputTokens", a.temperature::float8 AS temperature`;
  if (!inSession)
    return `
  SELECT ${agent}, true AS session_found, NULL::json AS summary, NULL::json AS history,
    ${withRecent ? `json_build_object('count', 0, 'freesInSeconds', 0)` : 'NULL::json'} AS recent
  FROM agents a WHERE a.slug = $1 AND ${visible}`;
  return `
  SELECT ${agent}, s.id IS NOT NULL AS session_found,
    CASE WHEN covered.seq > 0 THEN json_build_object('text', s.summary, 'seq', covered.seq::text) END AS summary,
    (SELECT json_agg(json_build_object('seq', past.seq::text, 'user', past.asked, 'assistant', past.answered) ORDER BY past.seq) FROM (
       SELECT asked.content AS asked, answer.content AS answered, answer.seq
       FROM messages answer JOIN messages asked ON asked.id = answer.parent_id
       WHERE answer.session_id = $2 AND answer.role = 'assistant' AND answer.status IN ('completed', 'stopped', 'incomplete')
         AND answer.superseded_at IS NULL AND answer.seq > covered.seq${before && ` AND answer.seq < ${before}`}
       ORDER BY answer.seq DESC LIMIT ${EXCHANGES_READ_MAX}
     ) past) AS history,
    ${withRecent ? RECENT : 'NULL::json'} AS recent
  FROM agents a LEFT JOIN sessions s ON s.id = $2 AND s.agent_id = a.id
  CROSS JOIN LATERAL (SELECT ${before ? coveredBefore(before) : 'coalesce(s.summary_seq, 0)'} AS seq) covered
  WHERE a.slug = $1 AND ${visible}`;
}

/** A summary is of no use to a message that it covers itself: that one is answered again. */
function coveredBefore(seq: string): string {
  return `CASE WHEN s.summary_seq < ${seq}::bigint THEN s.summary_seq ELSE 0 END`;
}

export const CREATE_TURN = {
  name: 'turn_create',
  text: `
  WITH opened AS (
    INSERT INTO sessions (id, agent_id, principal) SELECT $1::uuid, $2::uuid, $7 WHERE $3
  ), touched AS (
    UPDATE sessions SET last_active_at = now() WHERE id = $1 AND NOT $3
  ), last AS (
    SELECT coalesce(max(seq), 0) AS seq FROM messages WHERE session_id = $1
  ), asked AS (
    INSERT INTO messages (id, session_id, seq, role, content, status, principal, client_message_id, metadata, completed_at)
    SELECT $4, $1, last.seq + 1, 'user', $6, 'completed', $7, $8, $9, now() FROM last
  ), keyed AS (
    INSERT INTO idempotency_keys (principal, route, key, request_hash, turn_id, expires_at)
    SELECT $7, $11, $12, $13, $5, now() + interval '24 hours' WHERE $12::text IS NOT NULL
  )
  INSERT INTO messages (id, session_id, seq, parent_id, role, status, worker_id, lease_expires_at)
  SELECT $5, $1, last.seq + 2, $4, 'assistant', 'running', $10, now() + interval '${LEASE_SECONDS} seconds' FROM last
  RETURNING created_at`,
};

/**
 * Reads the ground and, where that limits nothing, writes the turn on it: $1 the agent's slug, $2 the session, $3 the message, $4 the
 * turn, $5 what was asked, $6 the principal, $7 its `client_message_id`, $8 metadata, $9 the worker.
 */
export const BEGIN_TURN = shaped('turn_begin', (shape) => beginning(shape, ''));
/** The same with $10 the route, $11 the `Idempotency-Key` and $12 the hash of the request. */
export const BEGIN_KEYED_TURN = shaped('turn_begin_keyed', (shape) =>
  beginning(
    shape,
    `keyed AS (
    INSERT INTO idempotency_keys (principal, route, key, request_hash, turn_id, expires_at)
    SELECT $6, $10, $11, $12, $4, now() + interval '24 hours' FROM begun
  ), `,
  ),
);

function beginning(shape: GroundShape, keyed: string): string {
  const { inSession, withRecent } = shape;
  const isFree = inSession && withRecent ? ` AND (recent ->> 'count')::int < ${VISITOR_TURNS_PER_MINUTE}` : '';
  return `
  WITH ground AS MATERIALIZED (${ground(shape)}
  ), begun AS MATERIALIZED (
    SELECT id AS agent_id, ${inSession ? '(SELECT coalesce(max(seq), 0) FROM messages WHERE session_id = $2)' : '0'} AS seq FROM ground
    WHERE session_found AND limits = '{}' AND budget IS NULL${isFree}
  ), session AS (
    ${
      inSession
        ? 'UPDATE sessions SET last_active_at = now() FROM begun WHERE id = $2'
        : 'INSERT INTO sessions (id, agent_id, principal) SELECT $2::uuid, agent_id, $6 FROM begun'
    }
  ), asked AS (
    INSERT INTO messages (id, session_id, seq, role, content, status, principal, client_message_id, metadata, completed_at)
    SELECT $3, $2, seq + 1, 'user', $5, 'completed', $6, $7, $8, now() FROM begun
  ), ${keyed}answering AS (
    INSERT INTO messages (id, session_id, seq, parent_id, role, status, worker_id, lease_expires_at)
    SELECT $4, $2, seq + 2, $3, 'assistant', 'running', $9, now() + interval '${LEASE_SECONDS} seconds' FROM begun
    RETURNING created_at
  )
  SELECT row_to_json(ground) AS ground, answering.created_at FROM ground LEFT JOIN answering ON true`;
}

/** A summary that covers what is superseded goes with it. */
export const ANSWER_AGAIN = {
  name: 'turn_again',
  text: `
  WITH touched AS (
    UPDATE sessions SET last_active_at = now(), summary = CASE WHEN summary_seq < $4 THEN summary END,
      summary_seq = CASE WHEN summary_seq < $4 THEN summary_seq END WHERE id = $1
  ), superseded AS (
    UPDATE messages SET superseded_at = now() WHERE session_id = $1 AND seq > $4 AND superseded_at IS NULL AND status <> 'running'
  ), keyed AS (
    INSERT INTO idempotency_keys (principal, route, key, request_hash, turn_id, expires_at)
    SELECT $5, $7, $8, $9, $3, now() + interval '24 hours' WHERE $8::text IS NOT NULL
  )
  INSERT INTO messages (id, session_id, seq, parent_id, role, status, worker_id, lease_expires_at)
  SELECT $3, $1, max(seq) + 1, $2, 'assistant', 'running', $6, now() + interval '${LEASE_SECONDS} seconds' FROM messages WHERE session_id = $1
  RETURNING created_at`,
};

export const CREATE_HOLDING_TURN = holding(CREATE_TURN, '$5', '$14');
export const ANSWER_AGAIN_HOLDING = holding(ANSWER_AGAIN, '$3', '$10');

/** Takes the holds in the same statement: a turn is never there without them, nor they without it. */
function holding({ name, text }: PreparedStatement, turn: string, holds: string): PreparedStatement {
  const held = text
    .replace('WITH', `WITH held AS MATERIALIZED (SELECT begin_holds(${turn}, ${holds}::jsonb)::float8 AS gone_share),`)
    .replace(
      /FROM (last|messages WHERE session_id = \$1)(\s+)RETURNING created_at$/,
      'FROM held, $1$2RETURNING created_at, (SELECT gone_share FROM held)',
    );
  return { name: `${name}_holding`, text: held };
}
