import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { destination, stdTimeFunctions, type DestinationStream } from 'pino';
import { currentRequestContext } from './request-context.js';

export interface LoggingOptions {
  readonly app: string;
  readonly level: string;
  /** Where the lines go; standard output when left out. */
  readonly stream?: DestinationStream;
}

/** Names under which a secret could be logged by mistake, at the top of a log object or one level below. */
const SECRET_FIELDS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'api_key',
  'connectionString',
  'connection_string',
  'access_token',
  'refresh_token',
  'session_token',
];

/**
 * Structured logs: one JSON line each, with the request's id, account and agent. The line of a request is written by
 * `accessLog`, not by pino-http, which costs more and logs the query.
 */
@Module({})
export class LoggingModule {
  static forRoot({ app, level, stream }: LoggingOptions): DynamicModule {
    const pinoHttp = {
      level,
      base: { app },
      timestamp: stdTimeFunctions.isoTime,
      autoLogging: false,
      quietReqLogger: true,
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: () => ({ ...currentRequestContext() }),
      serializers: { err: describeError },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
    };
    return {
      module: LoggingModule,
      // Without routes nestjs-pino installs no middleware: AsyncLocalStorage is ours.
      imports: [LoggerModule.forRoot({ pinoHttp: [pinoHttp, stream ?? destination({ fd: 1, sync: true })], forRoutes: [], exclude: [] })],
    };
  }
}

/** The parts of an error that hold no data: pg and TypeORM put statements and parameters beside them. */
function describeError(logged: unknown): object {
  // pino-http hands over what its own serializer has made of the error, and the error itself as `raw`.
  const error = (logged as { readonly raw?: unknown } | null)?.raw ?? logged;
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    code,
    stack: error.stack,
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}
