import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { InvalidEnvironment } from '../config/environment.js';
import { ControlDatabase } from './control-database.js';
import { readControlSchema, type ControlSchema } from './control-schema.js';

/**
 * Says at the start which migrations the control database has had, and refuses to serve on a schema that lacks one or that
 * was made for newer code. A database that cannot be reached now is no reason to stop: the process waits for it, not ready.
 */
@Injectable()
export class ControlSchemaCheck implements OnModuleInit {
  constructor(
    private readonly control: ControlDatabase,
    private readonly logger: PinoLogger,
  ) {}

  async onModuleInit(): Promise<void> {
    const schema = await this.read();
    if (schema === null) return;
    if (schema.state === 'behind')
      throw new InvalidEnvironment(
        `The control database is not migrated (it lacks ${schema.missing.join(', ')}). Run "salient migrate" first.`,
      );
    if (schema.state === 'ahead')
      throw new InvalidEnvironment(
        `The control database was migrated for newer code: it needs a version that knows ${schema.needs}. Deploy that version; nothing was changed.`,
      );
    this.logger.info({ event: 'migrations_run', control: schema.ran }, 'The control database is migrated');
  }

  private async read(): Promise<ControlSchema | null> {
    try {
      return await readControlSchema(this.control);
    } catch (error) {
      this.logger.warn({ err: error }, 'The control database cannot be reached; the process serves when it is back');
      return null;
    }
  }
}
