import { clientAddress } from '@salient/platform';
import { testServer } from '@salient/platform/testing';
import type { TestTenancy } from '@salient/tenancy/testing';
import pg from 'pg';
import { postmasterOf } from './accounting.js';
import type { Peer } from './peers/peers.js';

const COUNTED_TURNS = 400;

/** What PostgreSQL itself says of the peers: how many statements they send, and what they leave behind. */
export class Statements {
  private constructor(
    private readonly client: pg.Client,
    private readonly tenancy: TestTenancy,
    readonly postmaster: number,
    readonly version: string,
  ) {}

  static async open(tenancy: TestTenancy): Promise<Statements> {
    const client = new pg.Client(clientAddress(testServer()));
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const { rows } = await client.query<{ folder: string; version: string }>(
      `SELECT current_setting('data_directory') AS folder, current_setting('server_version') AS version`,
    );
    return new Statements(client, tenancy, postmasterOf(rows[0]!.folder), rows[0]!.version);
  }

  /** Statements that each peer sends to its accounts' databases in a turn, BEGIN and COMMIT among them, by peer. */
  async perTurn(load: (peer: Peer, turns: number) => Promise<unknown>, peers: readonly Peer[]): Promise<Record<string, number>> {
    await this.track('top');
    const counted: Record<string, number> = {};
    for (const peer of peers) {
      await this.client.query('SELECT pg_stat_statements_reset()');
      await load(peer, COUNTED_TURNS);
      const { rows } = await this.client.query<{ calls: string }>(
        `SELECT sum(calls) AS calls FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = ANY ($1)`,
        [this.databasesOf(peer)],
      );
      counted[peer.name] = Number(rows[0]!.calls) / COUNTED_TURNS;
    }
    await this.track('none');
    return counted;
  }

  /** @throws Error when a turn of one peer has left behind something else than a turn of another */
  async requireSameEffects(peers: readonly Peer[]): Promise<void> {
    for (const peer of peers) {
      for (const { database } of peer.accounts) {
        const client = new pg.Client(clientAddress({ ...testServer(), database: database.database }));
        await client.connect();
        const { rows } = await client.query<{ whole: boolean }>(EFFECTS);
        await client.end();
        if (!rows[0]?.whole) throw new Error(`${peer.name} has left turns behind that are not whole.`);
      }
    }
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async track(what: 'top' | 'none'): Promise<void> {
    await this.client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
    await this.client.query('SELECT pg_reload_conf(), pg_sleep(0.3)');
  }

  private databasesOf({ accounts }: Peer): string[] {
    return accounts.map(({ slug }) => this.tenancy.tenants[slug]!.address.database);
  }
}

/** Every question has one whole answer, and every answer a request to the model. */
const EFFECTS = `
  SELECT count(*) > 0 AND bool_and(answer.status = 'completed' AND answer.finish_reason = 'stop' AND answer.usage ->> 'output_tokens' = '60'
    AND length(answer.content) > 0 AND answer.seq = asked.seq + 1 AND request.message_id = answer.id AND request.output_tokens = 60)
    AND count(*) = (SELECT count(*) FROM messages WHERE role = 'user') AND count(*) = (SELECT count(*) FROM llm_requests) AS whole
  FROM messages asked LEFT JOIN messages answer ON answer.parent_id = asked.id LEFT JOIN llm_requests request ON request.id = answer.llm_request_id
  WHERE asked.role = 'user'`;
