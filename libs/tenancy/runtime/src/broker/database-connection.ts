import { clientAddress, type PostgresAddress } from '@salient/platform';
import pg from 'pg';

/** Where a pool's connections lead, and whose database has to be there; null for one that is nobody's yet. */
export interface ConnectionTarget {
  readonly address: PostgresAddress;
  readonly tenantId: string | null;
  readonly applicationName: string;
}

/** The database behind an address is another tenant's, or none of ours. */
export class WrongDatabase extends Error {
  override readonly name = 'WrongDatabase';
  constructor() {
    super('The database is not the one of this tenant.');
  }
}

const DIAL_MS_MAX = 5_000;
/** A server that does not answer a farewell is not waited for: its socket is cut. */
const FAREWELL_MS_MAX = 1_000;
const UNDEFINED_TABLE = '42P01';

/** What pg keeps on a client beside its typed surface. */
interface ClientInternals {
  readonly connection: NodeJS.EventEmitter & { readonly stream: { destroy(): void } };
  readonly _activeQuery: unknown;
  readonly _queryQueue: readonly unknown[];
  /** Of the server's process, as the other side has told it. */
  readonly processID: number | null;
}

/** One physical connection to a tenant's database, from the first packet to the closed socket. */
export class DatabaseConnection {
  readonly client: pg.Client;
  /** Resolves when the socket is closed, for whatever reason. */
  readonly closed: Promise<void>;
  /** Whether the server keeps what is prepared on it: not behind a pooler that lends each transaction another server connection. */
  keepsSession = false;
  private isOpen = true;
  private farewell = false;

  constructor(
    private readonly target: ConnectionTarget,
    /** Which pool it belongs to. */
    readonly pool: string,
  ) {
    this.client = new pg.Client({
      ...clientAddress(target.address),
      application_name: target.applicationName,
      connectionTimeoutMillis: DIAL_MS_MAX,
    });
    this.client.on('error', () => undefined); // a lost connection ends in `closed`, and in the statement that uses it
    this.closed = new Promise((resolve) => this.internals.connection.once('end', resolve)).then(() => {
      this.isOpen = false;
    });
    this.internals.connection.on('errorMessage', ({ severity, code = '' }: { severity?: string; code?: string }) => {
      if (severity === 'FATAL' || severity === 'PANIC' || code.startsWith('57P')) this.farewell = true;
    });
  }

  /**
   * Connects, and proves on this very connection that it is the tenant's database. When it fails, the socket is closed.
   *
   * @throws WrongDatabase, or the error of pg
   */
  async open(): Promise<void> {
    try {
      await this.client.connect();
      if (this.target.tenantId !== null) await this.proveIdentity(this.target.tenantId);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /**
   * Whether the connection can be lent again. A statement that runs, an open transaction or a server that has said farewell
   * would be met by the next borrower.
   */
  get isClean(): boolean {
    const { _activeQuery: active, _queryQueue: queue } = this.internals;
    return this.isOpen && !this.farewell && !active && queue.length === 0 && this.client.getTransactionStatus() === 'I';
  }

  /** Says goodbye and resolves when the socket is closed; never throws. */
  async close(): Promise<void> {
    const timer = setTimeout(() => this.internals.connection.stream.destroy(), FAREWELL_MS_MAX);
    await this.client.end().catch(() => undefined);
    clearTimeout(timer);
    this.internals.connection.stream.destroy();
  }

  private get internals(): ClientInternals {
    return this.client as unknown as ClientInternals;
  }

  /** A pooler makes up the process id that it tells its clients, so the server's own one differs. */
  private async proveIdentity(tenantId: string): Promise<void> {
    const { rows } = await this.client
      .query<{ tenant_id: string; process_id: number }>('SELECT tenant_id, pg_backend_pid() AS process_id FROM tenant_identity')
      .catch((error: Error & { code?: string }) => {
        throw error.code === UNDEFINED_TABLE ? new WrongDatabase() : error;
      });
    if (rows[0]?.tenant_id !== tenantId) throw new WrongDatabase();
    this.keepsSession = rows[0].process_id === this.internals.processID;
  }
}
