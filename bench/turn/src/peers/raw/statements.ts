// Statements that each connection has prepared once.

export const READ = {
  name: 'read',
  text: `
  SELECT a.id, a.system_prompt, a.model,
    $2::uuid IS NULL OR EXISTS (SELECT 1 FROM sessions s WHERE s.id = $2 AND s.agent_id = a.id) AS session_found,
    (SELECT json_agg(json_build_object('user', past.asked, 'assistant', past.answered) ORDER BY past.seq) FROM (
       SELECT asked.content AS asked, answer.content AS answered, answer.seq
       FROM messages answer JOIN messages asked ON asked.id = answer.parent_id
       WHERE answer.session_id = $2 AND answer.role = 'assistant' AND answer.status = 'completed'
       ORDER BY answer.seq DESC LIMIT 20
     ) past) AS history
  FROM agents a WHERE a.slug = $1 AND a.status = 'published'`,
};

export const WRITE = {
  name: 'write',
  text: `
  WITH opened AS (
    INSERT INTO sessions (id, agent_id, principal) SELECT $1::uuid, $2::uuid, $4 WHERE $3
  ), touched AS (
    UPDATE sessions SET last_active_at = now() WHERE id = $1 AND NOT $3
  ), last AS (
    SELECT coalesce(max(seq), 0) AS seq FROM messages WHERE session_id = $1
  ), asked AS (
    INSERT INTO messages (id, session_id, seq, role, content, status, principal, completed_at)
    SELECT $5, $1, last.seq + 1, 'user', $6, 'completed', $4, now() FROM last
  ), answered AS (
    INSERT INTO messages (id, session_id, seq, parent_id, role, content, status, finish_reason, model, usage, cost_source, timings_ms,
      llm_request_id, completed_at)
    SELECT $7, $1, last.seq + 2, $5, 'assistant', $8, 'completed', $9, $10, $11, 'unknown', $12, $13, now() FROM last
  )
  INSERT INTO llm_requests (id, message_id, provider, model, provider_request_ids, calls, input_tokens, output_tokens, cost_source, outcome,
    duration_ms)
  VALUES ($13, $7, 'openai-compatible', $10, $14, 1, $15, $16, 'unknown', 'completed', $17)`,
};
