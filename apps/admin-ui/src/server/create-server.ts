import fastify, { LogController, type FastifyInstance } from 'fastify';
import { stdTimeFunctions, type DestinationStream } from 'pino';
import type { AdminUiConfig } from './config.js';
import { forwardRequests } from './forward-requests.js';
import { serveFiles } from './serve-files.js';

/** A file of a gigabyte over a line of 15 Mbit/s, as admin-api allows. */
const REQUEST_MS_MAX = 600_000;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
};

/** The interface's server: its files, and the API on the same origin. `leaving` lets readiness fall before the process stops. */
export async function createServer(
  config: AdminUiConfig,
  version: string,
  logStream?: DestinationStream,
): Promise<FastifyInstance & { leaving?: boolean }> {
  const logger = {
    level: config.logLevel,
    base: { app: 'admin-ui' },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    ...(logStream ? { stream: logStream } : {}),
  };
  const server: FastifyInstance & { leaving?: boolean } = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length ? config.trustedProxies : false,
    requestTimeout: REQUEST_MS_MAX,
    forceCloseConnections: 'idle',
  });
  server.addHook('onRequest', (_request, reply, next) => {
    reply.headers(SECURITY_HEADERS);
    next();
  });
  // Without the query; what is forwarded is logged where it is answered, by its own rules about secrets in paths.
  server.addHook('onResponse', (request, reply, done) => {
    const { url } = request.routeOptions;
    if (!url?.startsWith('/health')) {
      const line = { method: request.method, route: url, status: reply.statusCode, duration_ms: Math.round(reply.elapsedTime) };
      request.log.info(line, 'request');
    }
    done();
  });
  server.get('/health', () => ({ status: 'healthy', routers: ['admin-ui'], version }));
  server.get('/health/ready', (_request, reply) =>
    reply.status(server.leaving ? 503 : 200).send({ status: server.leaving ? 'error' : 'ok' }),
  );
  await forwardRequests(server, config);
  await serveFiles(server, config.publicFolder);
  return server;
}
