import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PinoLogger } from 'nestjs-pino';
import { InvalidEnvironment } from '../config/environment.js';
import { stopOnSignals, type StopTimes } from '../health/shutdown.js';

export interface ServiceConfig extends StopTimes {
  readonly host: string;
  readonly port: number;
}

/**
 * Runs a service: reads its configuration, listens, says so in the log, and stops on signals. A start that fails ends the
 * process with exit code 1 and one message for people on standard error.
 */
export async function runService<Config extends ServiceConfig>(
  loadConfig: (environment: NodeJS.ProcessEnv) => Config,
  createApp: (config: Config) => Promise<NestFastifyApplication>,
): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const app = await createApp(config);
    const logger = await app.resolve<PinoLogger>(PinoLogger);
    stopOnSignals(app, logger, config);
    await app.listen(config.port, config.host);
    logger.info({ url: await app.getUrl() }, 'listening');
  } catch (error) {
    process.stderr.write(`${error instanceof InvalidEnvironment ? error.message : `The service could not start: ${startFault(error)}`}\n`);
    process.exit(1);
  }
}

/** What went wrong, without the connection details that pg puts beside its messages. */
function startFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' ? 'its port is taken.' : (message ?? String(error));
}
