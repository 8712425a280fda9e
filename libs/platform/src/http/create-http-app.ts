import { RequestMethod, type Type, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import type { BaseLogger } from 'pino';
import { Metrics } from '../metrics/metrics.js';
import { ShutdownState } from '../health/shutdown.js';
import { runInRequestContext, type RequestContext } from '../logging/request-context.js';
import { readJsonBodies } from './json-body.js';
import { pathOf, ProblemFilter, type ProblemForm } from './problem.filter.js';
import { requestIdOf } from './request-id.js';
import { closeSilentConnections } from './silent-connections.js';
import { answerUnreadable } from './unreadable-request.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log knows of this request; set by the first hook. */
    context: RequestContext;
  }
  interface FastifyContextConfig {
    /** The path holds a secret, so the log gets the route's pattern in its place. */
    hasSecretPath?: boolean;
  }
}

export interface HttpAppOptions {
  /** Prefix of the API's routes, without slashes at the ends; `/health` and `/docs` stay outside it. */
  readonly globalPrefix?: string;
  /** Largest body in bytes that is read. */
  readonly bodyBytesMax: number;
  /** For so long a request may take to arrive, in milliseconds; half a minute when left out. */
  readonly requestMsMax?: number;
  /** Addresses or networks whose X-Forwarded-* headers are believed. */
  readonly trustedProxies?: readonly string[];
  /** How routes that speak another API's words tell a problem. */
  readonly problemForm?: ProblemForm;
}

/** Answers no cache may keep, no page may frame and no browser may take for something else. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * A Nest application on Fastify with what both services share: request ids, request context, access log, problem details,
 * JSON bodies, security headers. The caller adds its own hooks and listens.
 */
export async function createHttpApp(module: Type | DynamicModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: options.bodyBytesMax,
    genReqId: requestIdOf,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false, caseSensitive: true },
    forceCloseConnections: 'idle',
    requestTimeout: options.requestMsMax ?? 30_000,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => failEarly(error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  const logger = await app.resolve<PinoLogger>(PinoLogger);
  const shutdown = app.get(ShutdownState);
  const filter = new ProblemFilter(logger, options.problemForm, () => shutdown.leaving);
  app.useGlobalFilters(filter);
  if (options.globalPrefix)
    app.setGlobalPrefix(options.globalPrefix, { exclude: ['health', 'health/ready'].map((path) => ({ path, method: RequestMethod.ALL })) });

  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const failEarly = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    filter.send(error, request, reply);
  };
  readJsonBodies(fastify);
  closeSilentConnections(fastify);
  fastify.addHook('onRequest', (request, reply, next) => {
    reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    if (shutdown.leaving) reply.header('connection', 'close'); // a kept connection would bring the next request here again
    request.context = { request_id: request.id };
    runInRequestContext(request.context, next);
  });
  // Body parsing resumes in the socket's async context, so the request's own is entered again behind it.
  fastify.addHook('preValidation', (request, _reply, next) => runInRequestContext(request.context, next));
  const metrics = app.get(Metrics);
  // Its line has the same few fields each time, so there is nothing to look through for secrets.
  const accessLogger = logger.logger.child({}, { redact: [] });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.observeRequest(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime / 1_000);
    runInRequestContext(request.context, () => accessLog(accessLogger, request, reply));
    done();
  });
  return app;
}

/** One line for each answer, without the query: it may hold what a visitor wrote. */
function accessLog(logger: BaseLogger, request: FastifyRequest, reply: FastifyReply): void {
  const { config, url: pattern } = request.routeOptions;
  const path = config.hasSecretPath && pattern ? pattern : pathOf(request);
  if (path.startsWith('/health')) return;
  const line = {
    method: request.method,
    path,
    status: reply.statusCode,
    duration_ms: Math.round(reply.elapsedTime),
    aborted: (request.raw.destroyed && !reply.raw.writableFinished) || undefined,
  };
  logger.info(line, 'request');
}
