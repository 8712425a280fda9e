import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, Readiness, serveApiDocs } from '@salient/platform';
import { TenantRegistry } from '@salient/tenancy';
import type { DestinationStream } from 'pino';
import { guardAccountRoutes } from './access/account-access.js';
import { allowAccountOrigins } from './access/cross-origin.js';
import { AppModule } from './app.module.js';
import type { ChatApiConfig } from './config.js';
import { examples } from './openapi/examples.js';
import { openAiProblem } from './openai/openai-error.js';
import { readPageForms } from './page/form-body.js';

/** A body holds one message of at most 16,000 characters and little else. */
const BODY_BYTES_MAX = 1_000_000;

/** The whole service, ready to listen. */
export async function createApp(config: ChatApiConfig, version: string, logStream?: DestinationStream): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.forRoot(config, version, logStream), {
    bodyBytesMax: BODY_BYTES_MAX,
    trustedProxies: config.trustedProxies,
    problemForm: openAiProblem,
  });
  readPageForms(app);
  app.get(Readiness).servesFromMemory(() => app.get(TenantRegistry).size > 0);
  allowAccountOrigins(app);
  guardAccountRoutes(app);
  serveApiDocs(app, { title: 'Salient chat API', description: 'Chat with the agents that accounts publish.', version, examples });
  return app;
}
