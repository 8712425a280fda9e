import { testServer } from '@salient/platform/testing';
import { randomBytes } from 'node:crypto';
import { administer, ADMINISTRATIVE_CONNECTIONS_MAX } from './administrator.js';

describe('administrative work', () => {
  it('has two connections to a server at once, as the server counts them, and takes turns, also when some of it fails', async () => {
    const name = `spec_${randomBytes(4).toString('hex')}`;
    const counts: number[] = [];
    let inside = 0;
    let full = () => {};
    const untilFull = new Promise<void>((resolve) => (full = resolve));
    const work = (turn: number) =>
      administer(testServer(), async (client) => {
        await client.query(`SET application_name = ${name}`);
        if (++inside === ADMINISTRATIVE_CONNECTIONS_MAX) full();
        await untilFull;
        const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = $1', [
          name,
        ]);
        counts.push(rows[0]!.n);
        if (turn % 3 === 0) throw new Error('refused');
      });
    const ended = await Promise.allSettled(Array.from({ length: 12 }, (_, turn) => work(turn)));
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(counts).toHaveLength(12);
    expect(Math.max(...counts)).toBe(ADMINISTRATIVE_CONNECTIONS_MAX);
  });
});
