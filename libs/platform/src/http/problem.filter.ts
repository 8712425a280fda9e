import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@salient/contracts';
import type { PinoLogger } from 'nestjs-pino';
import { asSalientError, PROBLEM_MEDIA_TYPE, problemOf } from './problem.js';

/** A problem in the words of another API, for clients that know no problem details. */
export interface ForeignProblem {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Says how the routes that speak another API's words tell a problem; nothing for all others. */
export type ProblemForm = (problem: Problem, path: string) => ForeignProblem | undefined;

/** The one place where an error becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: PinoLogger,
    private readonly formOf: ProblemForm = () => undefined,
    private readonly isLeaving: () => boolean = () => false,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error, { instance: pathOf(request), requestId: request.id });
    const known = asSalientError(error);
    if (problem.status >= 500) this.log(error, known !== undefined);
    if (reply.raw.headersSent || reply.sent) {
      reply.raw.destroy(); // the answer has begun: a cut tells the truth, a second answer would not
      return;
    }
    const retryAfterSeconds = known?.retryAfterSeconds ?? (problem.status === 429 || problem.status === 503 ? 1 : undefined);
    if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
    if (known) reply.headers(known.headers);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    // Fastify closes where it reads no further; to a client that still sends, the reset then comes before the answer. Node drops the rest.
    if (!this.isLeaving()) reply.removeHeader('connection');
    reply.header('cache-control', 'no-store').status(problem.status);
    const foreign = this.formOf(problem, problem.instance);
    if (foreign) reply.headers(foreign.headers).type('application/json').send(foreign.body);
    else reply.type(PROBLEM_MEDIA_TYPE).send(problem);
  }

  private log(error: unknown, known: boolean): void {
    const { cause } = error as Error;
    if (known) this.logger.warn({ err: cause ?? error }, (error as Error).message);
    else this.logger.error({ err: error }, 'Unexpected error');
  }
}

/** The path without its query: a query may hold what a visitor wrote. */
export function pathOf(request: FastifyRequest): string {
  const end = request.url.indexOf('?');
  return end < 0 ? request.url : request.url.slice(0, end);
}
