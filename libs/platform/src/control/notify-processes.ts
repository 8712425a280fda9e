import type { ControlChange } from './control-channel.js';
import type { Sql } from './sql.js';

/** The channel that every process listens on; triggers of the control database notify it too. */
export const CONTROL_CHANNEL = 'salient_control';

/** Tells every process that listens; one that does not listen now never hears of it. */
export async function notifyProcesses(sql: Sql, topic: string, change: ControlChange): Promise<void> {
  await sql.query('SELECT pg_notify($1, $2)', [CONTROL_CHANNEL, JSON.stringify({ topic, ...change })]);
}
