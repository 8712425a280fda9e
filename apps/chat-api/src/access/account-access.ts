import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountMismatch, bearerOf, Forbidden, TokenVerifier, type Principal } from '@salient/auth/tokens';
import { AgentNotFound } from '@salient/domain/agents';
import { AccountNotFound, runAsTenant, Tenants, type TenantLease, type TenantRecord } from '@salient/tenancy';
import { Slug } from '@salient/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from './account-scope.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that needs a scope. */
    access?: { readonly principal: Principal; readonly lease: TenantLease };
  }
}

const GUARDED = /^\/(accounts|v1)(\/|$)/;

/**
 * Guards the account routes, and those below `/v1`, before their body is read: token, then account, then scope. What follows runs with `TenantDb`
 * reaching the account, and the account's database stays borrowed until the answer is out.
 */
export function guardAccountRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const verifier = app.get(TokenVerifier);
  const tenants = app.get(Tenants);

  fastify.addHook('onRoute', (route) => {
    if (GUARDED.test(route.url) && !route.config?.scope) throw new Error(`${String(route.method)} ${route.url} declares no scope.`);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const scope = scopeOf(request);
    if (!scope) return;
    const principal = await verifier.verify(bearerOf(request.headers.authorization), request.ip);
    request.context.principal = principal.id;
    const tenant = await accountOf(request, tenants, principal);
    if (request.url.startsWith('/v1/')) requireServerToken(principal);
    principal.requireScope(scope);
    const { agent } = request.params as { agent?: string };
    if (agent !== undefined) {
      if (!Slug.safeParse(agent).success) throw new AgentNotFound(agent);
      principal.requireAgent(agent);
    }
    request.context.account = tenant.slug;
    request.context.agent = agent;
    request.access = { principal, lease: await borrow(tenants, tenant, reply) };
  });
  fastify.addHook('preValidation', (request, _reply, next) => {
    if (request.access) runAsTenant(request.access.lease, next);
    else next();
  });
}

/** Path, `X-Tenant-Slug` and token have to name the same account; where the path names none, it is the token's. */
async function accountOf(request: FastifyRequest, tenants: Tenants, principal: Principal): Promise<TenantRecord> {
  const { account } = request.params as { account?: string };
  if (account !== undefined && !Slug.safeParse(account).success) throw new AccountNotFound(account);
  const tenant = account === undefined ? await tenants.findById(principal.tenantId) : await tenants.find(account);
  const header = request.headers['x-tenant-slug'];
  if (tenant.id !== principal.tenantId || (header !== undefined && header !== tenant.slug)) throw new AccountMismatch();
  return tenant;
}

/** The OpenAI-compatible routes are for servers: no page may reach them, so no token that a page holds. */
function requireServerToken(principal: Principal): void {
  if (principal.kind !== 'sk') throw new Forbidden('The OpenAI-compatible routes take server tokens only (sal_sk_…).');
}

async function borrow(tenants: Tenants, tenant: TenantRecord, reply: FastifyReply): Promise<TenantLease> {
  const lease = await tenants.lend(tenant);
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
