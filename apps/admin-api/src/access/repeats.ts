import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import { ControlDatabase, idempotencyKeyOf, runOnce, type Sql } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A POST that may be a repeat: who sends it, under which key, and where the answer says so. */
export interface Repeatable {
  readonly principal: string;
  readonly key: string | undefined;
  readonly reply: FastifyReply;
}

/** The repeatable request, in a controller. */
export const Repeat = createParamDecorator((_data: unknown, context: ExecutionContext): Repeatable => {
  const http = context.switchToHttp();
  const { admin, headers } = http.getRequest<FastifyRequest>();
  if (!admin) throw new Error('This route is open: nobody is signed in.');
  const key = headers['idempotency-key'];
  return {
    principal: `${admin.isApiToken ? 'token' : 'admin'}:${admin.id}`,
    key: Array.isArray(key) ? key.join() : key,
    reply: http.getResponse<FastifyReply>(),
  };
});

/** Does the work of a POST once for each `Idempotency-Key` of its caller; a repeat gets the first answer, without secrets. */
@Injectable()
export class Repeats {
  constructor(private readonly control: ControlDatabase) {}

  /**
   * @param route method and path, ids in full: a key is the caller's own on one route
   * @throws IdempotencyInProgress, IdempotencyMismatch
   */
  async once<Body extends object>(
    { principal, key, reply }: Repeatable,
    route: string,
    request: unknown,
    work: () => Promise<Body>,
    withoutSecret?: (body: Body) => object,
  ): Promise<Body> {
    if (key === undefined) return work(); // without a transaction of the control database around it
    const { body, replayed } = await runOnce(this.control, principal, idempotencyKeyOf(key, route, request), work, withoutSecret);
    if (replayed) reply.header('idempotency-replayed', 'true');
    return body;
  }

  /** The same for work on the control database, in the transaction that it is given: work and key commit together. */
  async onceInControl<Body extends object>(
    { principal, key, reply }: Repeatable,
    route: string,
    request: unknown,
    work: (sql: Sql) => Promise<Body>,
  ): Promise<Body> {
    const { body, replayed } = await runOnce(this.control, principal, idempotencyKeyOf(key, route, request), work);
    if (replayed) reply.header('idempotency-replayed', 'true');
    return body;
  }
}
