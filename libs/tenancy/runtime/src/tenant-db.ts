import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { sqlOf, type Sql, type SqlParameters } from '@salient/platform';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { isConnectionFailure } from './broker/connection-faults.js';
import { NoCurrentTenant, TenantUnavailable } from './tenancy.errors.js';
import type { PreparedStatement } from './tenant-data-source.js';
import type { TenantHandle } from './tenant-handles.js';
import type { TenantRecord } from './tenant.js';

const scopes = new AsyncLocalStorage<TenantHandle>();

/** Runs `work` for one tenant: everything that it calls, however deep, reaches that tenant's database and no other. */
export function runAsTenant<Result>(handle: TenantHandle, work: () => Result): Result {
  return scopes.run(handle, work);
}

/** The current tenant's database. Every use outside a scope throws {@link NoCurrentTenant}: it fails closed. */
@Injectable()
export class TenantDb implements Sql {
  get tenant(): TenantRecord {
    return currentHandle().tenant;
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return currentHandle().dataSource.getRepository(entity);
  }

  async query<Row extends ObjectLiteral = ObjectLiteral>(
    statement: string | PreparedStatement,
    parameters?: SqlParameters,
  ): Promise<Row[]> {
    const { dataSource } = currentHandle();
    return reaching(() => dataSource.run<Row>(statement, parameters));
  }

  /** Stores many rows by one `COPY … FROM STDIN`, or none of them. @param rows as the statement's format has them */
  async copyFrom(statement: string, rows: Buffer): Promise<void> {
    const { dataSource } = currentHandle();
    return reaching(() => dataSource.copyFrom(statement, rows));
  }

  /** Runs `work` in one transaction on one connection; an error rolls it back and is thrown on. */
  async transaction<Result>(work: (sql: Sql, manager: EntityManager) => Promise<Result>): Promise<Result> {
    const { dataSource } = currentHandle();
    return reaching(() => dataSource.transaction((manager) => work(sqlOf(manager), manager)));
  }
}

function currentHandle(): TenantHandle {
  const handle = scopes.getStore();
  if (!handle) throw new NoCurrentTenant();
  return handle;
}

async function reaching<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isConnectionFailure(error) ? new TenantUnavailable(error) : error;
  }
}
