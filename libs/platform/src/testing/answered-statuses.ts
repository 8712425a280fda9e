import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operationsOf, type ApiDocument } from './fuzz/api-operations.js';

/** Statuses by operation, as a document names both: `GET /accounts/{account}/agents` and `200`. */
type Statuses = Readonly<Record<string, readonly number[]>>;

/**
 * What the processes of a service answer in a spec file, held against what its OpenAPI document says. With ANSWERED_STATUSES, a
 * folder, it is left there too, so that `npm run openapi:unseen` can tell what no spec of a run has seen.
 */
export class AnsweredStatuses {
  private readonly seen = new Map<string, Set<number>>();

  constructor(private readonly service: string) {}

  /** Notes what a process answers from now on. Call before it listens. */
  watch(app: NestFastifyApplication): void {
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    fastify.addHook('onResponse', (request, reply, done) => {
      this.note(`${request.method} ${patternOf(request)}`, reply.raw.statusCode);
      done();
    });
    // A path that cannot be read is refused before there are hooks.
    (app.getHttpServer() as Server).on('request', ({ method, url = '' }, response) => {
      const path = url.split('?', 1)[0]!;
      if (!isReadable(path)) response.once('finish', () => this.note(`${method} ${path}`, response.statusCode));
    });
  }

  private note(name: string, status: number): void {
    this.seen.set(name, (this.seen.get(name) ?? new Set()).add(status));
  }

  /** @throws Error that names each answer of an operation of the document of which it does not tell */
  async settle(app: NestFastifyApplication): Promise<void> {
    const documented = await this.documented(app);
    const answered = this.answered(documented);
    const folder = process.env['ANSWERED_STATUSES'];
    if (folder) {
      write(join(folder, `${this.service}.documented.json`), documented);
      write(join(folder, `${this.service}.${randomUUID()}.answered.json`), answered);
    }
    const untold = Object.entries(answered).flatMap(([name, statuses]) =>
      statuses.filter((status) => documented[name] && !documented[name].includes(status)).map((status) => `${name}: ${status}`),
    );
    if (untold.length > 0) throw new Error(`The OpenAPI document does not tell of these answers:\n${untold.join('\n')}`);
  }

  /** By operation: several paths may have been meant for one. */
  private answered(documented: Statuses): Statuses {
    const answered: Record<string, readonly number[]> = {};
    for (const [name, statuses] of this.seen) {
      const operation = operationNamed(name, documented);
      answered[operation] = [...new Set([...(answered[operation] ?? []), ...statuses])];
    }
    return answered;
  }

  /** What the service says of itself that it answers; put together once in a run, since that takes a quarter of a second. */
  private async documented(app: NestFastifyApplication): Promise<Statuses> {
    const kept = join(process.env['TEST_RUN_DIRECTORY']!, `${this.service}.documented.json`);
    try {
      return JSON.parse(readFileSync(kept, 'utf8')) as Statuses;
    } catch {
      const document = (await app.inject({ url: '/openapi.json' })).json<ApiDocument>();
      const documented = Object.fromEntries(operationsOf(document).map(({ name, statuses }) => [name, statuses]));
      write(kept, documented);
      return documented;
    }
  }
}

function isReadable(path: string): boolean {
  try {
    return decodeURI(path) !== '';
  } catch {
    return false;
  }
}

/** The path as the document writes it, or as it came where no route could be found for it, such as one that is not readable. */
function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url?.replaceAll(/:(\w+)/g, '{$1}') ?? request.url.split('?', 1)[0]!;
}

/** The operation that a request without a route was meant for: the one whose fixed parts are those of its path. */
function operationNamed(name: string, documented: Statuses): string {
  if (documented[name]) return name;
  const parts = name.split('/');
  const fits = (pattern: string) => {
    const meant = pattern.split('/');
    return meant.length === parts.length && meant.every((part, index) => part.startsWith('{') || part === parts[index]);
  };
  return Object.keys(documented).find(fits) ?? name;
}

/** In one step, for spec files that run at the same time. */
function write(file: string, statuses: Statuses): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(statuses));
  renameSync(draft, file);
}
