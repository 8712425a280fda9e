import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type ObjectLiteral } from 'typeorm';
import { typeormAddress, type PostgresAddress } from './postgres-address.js';
import { sqlOf, type Sql, type SqlParameters } from './sql.js';
import { silentTypeormLogger } from './typeorm-logger.js';

export interface ControlDatabaseOptions {
  readonly address: PostgresAddress;
  /** Physical connections of this process to the control database, the listener not counted. */
  readonly connectionsMax: number;
  readonly applicationName: string;
}

export const CONTROL_DATABASE_OPTIONS = Symbol('ControlDatabaseOptions');

/** The control database `salient_admin`: registry, admin users, API tokens, directory schemas, audit. */
@Injectable()
export class ControlDatabase implements Sql, OnApplicationShutdown {
  private readonly dataSource: DataSource;
  private readonly sql: Sql;
  private opening: Promise<unknown> | undefined;

  constructor(@Inject(CONTROL_DATABASE_OPTIONS) readonly options: ControlDatabaseOptions) {
    this.dataSource = new DataSource({
      type: 'postgres',
      driver: pg,
      ...typeormAddress(options.address),
      applicationName: options.applicationName,
      poolSize: options.connectionsMax,
      installExtensions: false,
      logger: silentTypeormLogger,
      extra: { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, allowExitOnIdle: true },
    });
    this.sql = sqlOf(this.dataSource);
  }

  /** @throws the error of pg when the database cannot be reached or refuses the statement */
  async query<Row extends ObjectLiteral = ObjectLiteral>(statement: string, parameters?: SqlParameters): Promise<Row[]> {
    await this.open();
    return this.sql.query<Row>(statement, parameters);
  }

  /** Runs `work` in one transaction; an error rolls it back and is thrown on. */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    await this.open();
    return this.dataSource.transaction((manager) => work(sqlOf(manager)));
  }

  /** Single flight: simultaneous first uses share one start, and a start that failed is tried again by the next use. */
  private async open(): Promise<void> {
    if (this.dataSource.isInitialized) return;
    this.opening ??= this.dataSource.initialize().finally(() => (this.opening = undefined));
    await this.opening;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opening?.catch(() => undefined);
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
