import { silentTypeormLogger, type PostgresAddress, type SqlParameters } from '@salient/platform';
import { from as copyFrom } from 'pg-copy-streams';
import { BaseEntity, DataSource, type EntityMetadata, type MixedList, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { BrokeredPool } from './broker/brokered-pool.js';
import type { ServerBroker } from './broker/server-broker.js';

/** TypeORM asks the server for these at the start unless they are known. Salient needs PostgreSQL 16 or newer. */
const SERVER_VERSION = '16.0';
const SCHEMA = 'public';
/** What PostgreSQL says when a cached plan must not change its result type. */
const FEATURE_NOT_SUPPORTED = '0A000';

export type EntityClasses = readonly (abstract new (...args: never[]) => object)[];

/**
 * A statement of a hot path: a connection that keeps its session has the server parse and plan it once. It names its columns one
 * by one, because what a prepared `*` stands for changes with the next migration.
 */
export interface PreparedStatement {
  /** Unique among all statements; at most 63 characters. */
  readonly name: string;
  readonly text: string;
}

interface BuiltMetadata {
  readonly entityMetadatas: EntityMetadata[];
  readonly entityMetadatasMap: DataSource['entityMetadatasMap'];
}

/**
 * The metadata of a tenant's entities, built once for the process: every tenant has the same, and building them is most of
 * what opening a DataSource costs.
 *
 * A lazy relation, or an entity on TypeORM's `BaseEntity`, would keep the DataSource that it was built with and so reach
 * another tenant: both are refused.
 */
export class SharedMetadata {
  private constructor(readonly built: BuiltMetadata) {}

  /** Needs no server. @throws TypeError on an entity that cannot be shared */
  static async build(entities: EntityClasses): Promise<SharedMetadata> {
    const template = new TemplateDataSource(entities);
    await template.build();
    for (const metadata of template.entityMetadatas) refuseUnshareable(metadata);
    return new SharedMetadata({ entityMetadatas: template.entityMetadatas, entityMetadatasMap: template.entityMetadatasMap });
  }
}

class TemplateDataSource extends DataSource {
  constructor(entities: EntityClasses) {
    super({ ...FIXED_OPTIONS, driver: { Pool: class {}, defaults: {} }, entities: entities as unknown as MixedList<new () => object> });
  }

  build(): Promise<void> {
    return this.buildMetadatas();
  }
}

/** One tenant's DataSource on shared metadata and a brokered pool: opening it dials nothing and asks nothing. */
export class TenantDataSource extends DataSource {
  constructor(
    private readonly shared: SharedMetadata,
    private readonly pool: BrokeredPool,
    database: string,
  ) {
    super({
      ...FIXED_OPTIONS,
      database,
      driver: {
        Pool: function brokered() {
          return pool;
        },
        defaults: {},
      },
    });
    Object.assign(this.driver as PostgresDriver, { version: SERVER_VERSION, searchSchema: SCHEMA });
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    this.pool.open();
    return this;
  }

  /**
   * Runs one statement on a connection of its own and answers its rows. TypeORM would do no more for a plain statement, and
   * costs as much again.
   */
  async run<Row extends ObjectLiteral>(statement: string | PreparedStatement, parameters: SqlParameters = []): Promise<Row[]> {
    const { client, keepsSession, release } = await this.pool.lend();
    const { text, name } = typeof statement === 'string' ? { text: statement, name: undefined } : statement;
    const prepared = keepsSession && name !== undefined;
    try {
      const { rows = [] } = await client.query<Row>({ text, values: [...parameters], ...(prepared ? { name } : {}) });
      release();
      return rows;
    } catch (error) {
      const stale = prepared && isStalePlan(error);
      release(stale ? error : undefined);
      if (stale) return this.run<Row>(text, parameters);
      throw error;
    }
  }

  /**
   * Runs one `COPY … FROM STDIN` on a connection of its own: all of its rows are stored, or none.
   *
   * @param rows as the statement's format has them; in one piece, so that nothing is left to send when the server refuses it
   */
  async copyFrom(statement: string, rows: Buffer): Promise<void> {
    const { client, release } = await this.pool.lend();
    try {
      await new Promise<void>((resolve, reject) => {
        client.query(copyFrom(statement)).on('error', reject).on('finish', resolve).end(rows);
      });
    } finally {
      release();
    }
  }

  /** Makes whoever needs a connection wait. Resolves when none is left: what runs on one may finish. */
  pauseConnections(): Promise<void> {
    return this.pool.pause();
  }

  /** Lets those that wait go on, with connections of `broker`. */
  resumeConnections(broker: ServerBroker, key: string): void {
    this.pool.resume(broker, key);
  }

  /** From now on it can only fail. Resolves when no connection is left: what runs on one has `graceMs` to finish. */
  cutConnections(graceMs: number): Promise<void> {
    return this.pool.cut(graceMs);
  }

  protected override async buildMetadatas(): Promise<void> {
    Object.assign(this, this.shared.built);
  }
}

const FIXED_OPTIONS = {
  type: 'postgres',
  /** Else TypeORM looks for pg-native each time. */
  nativeDriver: {},
  installExtensions: false,
  logger: silentTypeormLogger,
} as const;

/** A migration has changed what a prepared statement answers: nothing was done, and another connection prepares it anew. */
function isStalePlan(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === FEATURE_NOT_SUPPORTED;
}

function refuseUnshareable(metadata: EntityMetadata): void {
  if (metadata.lazyRelations.length > 0) throw new TypeError(`${metadata.name} has a lazy relation, which would reach another tenant.`);
  const target = metadata.target as { prototype?: unknown };
  if (target.prototype instanceof BaseEntity) throw new TypeError(`${metadata.name} extends BaseEntity, which would reach another tenant.`);
}

/** Which server an address is on. */
export function serverOf({ host, port }: PostgresAddress): string {
  return `${host}:${port}`;
}
