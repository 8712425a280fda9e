import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { addCommonProblems } from './common-problems.js';
import { sharedSchemas } from './describe.js';
import { addExamples, type RouteExamples } from './examples.js';

export interface ApiDocsOptions {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly examples?: RouteExamples;
}

/** Files of swagger-ui-dist that the page needs. */
const ASSETS: Readonly<Record<string, string>> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' };
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** Serves the OpenAPI 3.1 document at `/openapi.json` and a page to read it at `/docs`. Call before the app listens. */
export function serveApiDocs(app: NestFastifyApplication, options: ApiDocsOptions): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  let document: OpenAPIObject | undefined;
  fastify.get('/openapi.json', () => (document ??= describeApi(app, options)));
  fastify.get('/docs', (_request, reply) =>
    reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(page(options.title)),
  );
  fastify.get('/docs/start.js', (_request, reply) => reply.type('text/javascript').send(START));
  for (const [file, type] of Object.entries(ASSETS)) {
    fastify.get(`/docs/${file}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=86400')
        .send(await readFile(join(assetsDirectory(), file))),
    );
  }
}

function describeApi(app: NestFastifyApplication, { title, description, version, examples = {} }: ApiDocsOptions): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion(version)
    .addBearerAuth()
    .addSecurityRequirements('bearer');
  const document = SwaggerModule.createDocument(app, config.build());
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...sharedSchemas() } };
  for (const [path, operations] of Object.entries(document.paths)) namePathParameters(path, operations);
  addCommonProblems(document);
  addExamples(document, examples);
  return document;
}

/** A controller may take its path as one object, so the parameters are read off the path itself. */
function namePathParameters(path: string, operations: OpenAPIObject['paths'][string]): void {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  for (const operation of Object.values(operations) as { parameters?: { name?: string; in?: string }[] }[]) {
    const others = (operation.parameters ?? []).filter((parameter) => parameter.in !== 'path' && parameter.name);
    operation.parameters = [...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })), ...others];
  }
}

/** Beside the bundle where there is one, otherwise in the package. */
function assetsDirectory(): string {
  const bundled = join(import.meta.dirname, 'swagger-ui');
  return existsSync(bundled) ? bundled : dirname(createRequire(import.meta.url).resolve('swagger-ui-dist'));
}

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true });\n`;

function page(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="api"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
}
