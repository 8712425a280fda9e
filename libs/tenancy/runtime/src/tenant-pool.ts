import pg from 'pg';

/** What pg keeps on a client beside its typed surface. */
interface PooledClient {
  readonly connection: NodeJS.EventEmitter;
  _queryable: boolean;
}

/**
 * pg's pool, but a connection whose server said farewell is never lent again. After `FATAL` (an administrator's command, a
 * restart) the statement fails before the socket closes; TypeORM gives the client back as if it were well, and the next
 * borrower would fail as well.
 */
export class TenantPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config);
    this.on('connect', (client) => {
      const pooled = client as unknown as PooledClient;
      pooled.connection.on('errorMessage', ({ severity, code = '' }: { severity?: string; code?: string }) => {
        if (severity === 'FATAL' || severity === 'PANIC' || code.startsWith('57P')) pooled._queryable = false;
      });
    });
  }
}
