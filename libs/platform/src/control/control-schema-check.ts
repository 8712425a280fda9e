import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { InvalidEnvironment } from '../config/environment.js';
import { ControlDatabase } from './control-database.js';
import { MIGRATIONS_TABLE } from './migrate.js';
import { controlMigrations } from './migrations/index.js';

const UNDEFINED_TABLE = '42P01';
const UNDEFINED_DATABASE = '3D000';

/**
 * Says at the start which migrations the control database has had, and refuses to serve on a schema that lacks one. A
 * database that cannot be reached now is no reason to stop: the process waits for it, not ready.
 */
@Injectable()
export class ControlSchemaCheck implements OnModuleInit {
  constructor(
    private readonly control: ControlDatabase,
    private readonly logger: PinoLogger,
  ) {}

  async onModuleInit(): Promise<void> {
    const ran = await this.ranMigrations();
    if (ran === null) return;
    const missing = controlMigrations.map((migration) => migration.name).filter((name) => !ran.includes(name));
    if (missing.length > 0)
      throw new InvalidEnvironment(`The control database is not migrated (it lacks ${missing.join(', ')}). Run "salient migrate" first.`);
    this.logger.info({ event: 'migrations_run', control: ran }, 'The control database is migrated');
  }

  private async ranMigrations(): Promise<string[] | null> {
    try {
      const rows = await this.control.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
      return rows.map((row) => row.name);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === UNDEFINED_TABLE || code === UNDEFINED_DATABASE) return [];
      this.logger.warn({ err: error }, 'The control database cannot be reached; the process serves when it is back');
      return null;
    }
  }
}
