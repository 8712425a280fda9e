import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountMismatch, Forbidden, type Principal } from '@salient/auth/tokens';
import { AgentNotFound } from '@salient/domain/agents';
import type { StreamTicket } from '@salient/domain/chat';
import { AccountNotFound, runAsTenant, Tenants, type TenantLease, type TenantRecord } from '@salient/tenancy';
import { Slug } from '@salient/contracts';
import type { TokenScope } from '@salient/contracts/admin';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, ticketOf } from './authentication.js';
import { scopeOf } from './account-scope.js';

interface Access {
  readonly principal: Principal;
  readonly tenant: TenantRecord;
  readonly lease: TenantLease;
  /** The ticket that the caller came with; null for a token. */
  readonly ticket: StreamTicket | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that needs a scope. */
    access?: Access;
  }
}

const GUARDED = /^\/(accounts|v1)(\/|$)/;

/**
 * Guards the account routes, and those below `/v1`, before their body is read: token, then account, then scope. What follows
 * runs with `TenantDb` reaching the account, and the account's database stays borrowed until the answer is out.
 */
export function guardAccountRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const authentication = app.get(Authentication);
  const tenants = app.get(Tenants);

  fastify.addHook('onRoute', (route) => {
    if (GUARDED.test(route.url) && route.method !== 'OPTIONS' && !route.config?.scope)
      throw new Error(`${String(route.method)} ${route.url} declares no scope.`);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const scope = scopeOf(request);
    if (!scope) return;
    const ticket = ticketOf(request);
    request.access = ticket === null ? await byToken(request, reply, scope) : await byTicket(ticket, request, reply, scope);
  });
  fastify.addHook('preValidation', (request, _reply, next) => {
    if (request.access) runAsTenant(request.access.lease, next);
    else next();
  });

  const byToken = async (request: FastifyRequest, reply: FastifyReply, scope: TokenScope): Promise<Access> => {
    const principal = await authentication.bearer(request);
    const tenant = await accountOf(request, tenants, principal);
    allow(request, principal, scope);
    return { principal, tenant, ticket: null, lease: await borrow(tenants, tenant, request, reply) };
  };
  /** Who holds a ticket is known to the account's database alone. */
  const byTicket = async (text: string, request: FastifyRequest, reply: FastifyReply, scope: TokenScope): Promise<Access> => {
    const tenant = await accountOf(request, tenants, null);
    const lease = await borrow(tenants, tenant, request, reply);
    const { principal, ticket } = await authentication.ticket(text, agentOf(request) ?? '', lease);
    allow(request, principal, scope);
    return { principal, tenant, ticket, lease };
  };
}

/** @throws ScopeMissing, AgentNotFound, Forbidden, SessionOutOfReach */
function allow(request: FastifyRequest, principal: Principal, scope: TokenScope): void {
  request.context.principal = principal.id;
  if (request.url.startsWith('/v1/')) requireServerToken(principal);
  principal.requireScope(scope);
  const agent = agentOf(request);
  if (agent !== undefined) principal.requireAgent(agent);
  request.context.agent = agent;
}

/** Path, `X-Tenant-Slug` and token have to name the same account; where the path names none, it is the token's. */
async function accountOf(request: FastifyRequest, tenants: Tenants, principal: Principal | null): Promise<TenantRecord> {
  const { account } = request.params as { account?: string };
  if (account !== undefined && !Slug.safeParse(account).success) throw new AccountNotFound(account);
  const tenant = account === undefined && principal ? await tenants.findById(principal.tenantId) : await tenants.find(account ?? '');
  const header = request.headers['x-tenant-slug'];
  if (principal !== null && tenant.id !== principal.tenantId) throw new AccountMismatch();
  if (header !== undefined && header !== tenant.slug) throw new AccountMismatch();
  request.context.account = tenant.slug;
  return tenant;
}

/** @throws AgentNotFound when it could not be one's name */
function agentOf(request: FastifyRequest): string | undefined {
  const { agent } = request.params as { agent?: string };
  if (agent !== undefined && !Slug.safeParse(agent).success) throw new AgentNotFound(agent);
  return agent;
}

/** The OpenAI-compatible routes are for servers: no page may reach them, so no token that a page holds. */
function requireServerToken(principal: Principal): void {
  if (principal.kind !== 'sk') throw new Forbidden('The OpenAI-compatible routes take server tokens only (sal_sk_…).');
}

async function borrow(
  tenants: Tenants,
  tenant: TenantRecord,
  { id, method, routeOptions }: FastifyRequest,
  reply: FastifyReply,
): Promise<TenantLease> {
  const lease = await tenants.lend(tenant, `${method} ${routeOptions.url}, request ${id}`);
  if (reply.raw.destroyed)
    lease.release(); // the caller left while we waited: its 'close' is over
  else reply.raw.once('close', lease.release);
  return lease;
}

/** Who calls, in a controller below `/accounts/{account}`. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { access } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!access) throw new Error('This route declares no scope.');
  return access.principal;
});
