import { Injectable, NotFoundException } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONNECTIONS_PER_ACCOUNT } from '../../accounts.js';
import { accounts } from '../accounts-given.js';
import { entities } from './entities.js';

/** A DataSource for each account, opened at its first use. */
@Injectable()
export class DataSources {
  private readonly opened = new Map<string, Promise<DataSource>>();

  of(slug: string): Promise<DataSource> {
    const account = accounts.get(slug);
    if (!account) throw new NotFoundException();
    const { user: username, ...address } = account.database;
    const opened =
      this.opened.get(slug) ??
      new DataSource({
        type: 'postgres',
        driver: pg,
        ...address,
        username,
        entities,
        poolSize: CONNECTIONS_PER_ACCOUNT,
        installExtensions: false,
      }).initialize();
    this.opened.set(slug, opened);
    return opened;
  }
}
