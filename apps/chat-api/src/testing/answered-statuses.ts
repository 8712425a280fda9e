import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Statuses by operation, as the document names both: `GET /accounts/{account}/agents` and `200`. */
export type Statuses = Map<string, Set<number>>;

/** Notes in `answered` what a process of a service answers from now on. Call before it listens. */
export function noteAnswers(app: NestFastifyApplication, answered: Statuses): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onResponse', (request, reply, done) => {
    const pattern = request.routeOptions.url?.replaceAll(/:(\w+)/g, '{$1}');
    const name = `${request.method} ${pattern}`;
    answered.set(name, (answered.get(name) ?? new Set()).add(reply.raw.statusCode));
    done();
  });
}

/** What the service says of itself that it answers. */
export async function documentedStatuses(app: NestFastifyApplication): Promise<Statuses> {
  const document = (await app.inject({ url: '/openapi.json' })).json<{ paths: Record<string, Record<string, { responses: object }>> }>();
  return new Map(
    Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { responses }]) => [
        `${method.toUpperCase()} ${path}`,
        new Set(Object.keys(responses).map(Number)),
      ]),
    ),
  );
}

/** @throws Error that names each answer of an operation of the document of which it does not tell */
export async function requireDocumented(app: NestFastifyApplication, answered: Statuses): Promise<void> {
  const documented = await documentedStatuses(app);
  const untold = [...answered].flatMap(([name, statuses]) => {
    const told = documented.get(name);
    return told ? [...statuses].filter((status) => !told.has(status)).map((status) => `${name}: ${status}`) : [];
  });
  if (untold.length > 0) throw new Error(`The OpenAPI document does not tell of these answers:\n${untold.join('\n')}`);
}
