import cookies from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, serveApiDocs } from '@salient/platform';
import type { DestinationStream } from 'pino';
import { ADMIN_PREFIX, guardAdminRoutes } from './access/admin-access.js';
import { readUploads } from './http/uploads.js';
import { AppModule } from './app.module.js';
import type { AdminApiConfig } from './config.js';
import { examples } from './openapi/examples.js';

const BODY_BYTES_MAX = 10_000_000;
/** A file of a gigabyte over a line of 15 Mbit/s. */
const UPLOAD_MS_MAX = 600_000;

/** The whole service, ready to listen. */
export async function createApp(config: AdminApiConfig, version: string, logStream?: DestinationStream): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.forRoot(config, version, logStream), {
    globalPrefix: ADMIN_PREFIX,
    bodyBytesMax: BODY_BYTES_MAX,
    trustedProxies: config.trustedProxies,
    requestMsMax: UPLOAD_MS_MAX,
  });
  await app.register(cookies);
  guardAdminRoutes(app);
  await readUploads(app);
  serveApiDocs(app, {
    title: 'Salient admin API',
    description: 'Accounts, their people, API tokens, agents, directories, conversations and usage; the fleet for platform admins.',
    version,
    examples,
  });
  return app;
}
