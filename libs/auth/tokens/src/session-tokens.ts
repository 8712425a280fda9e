import type { TokenScope } from '@salient/contracts/admin';
import type { MacKeys } from '@salient/platform';
import { z } from 'zod';
import { Principal } from './principal.js';
import { TokenExpired, TokenInvalid } from './token.errors.js';

/** A visitor's conversation, as the token carries it. */
export interface VisitorSession {
  readonly tenantId: string;
  readonly agentSlug: string;
  readonly sessionId: string;
  /** What pays for it: the line of the token that began it; null when the hosted page did. */
  readonly lineageId: string | null;
}

export interface SessionToken {
  readonly token: string;
  readonly expiresAt: Date;
}

const PREFIX = 'sal_vs_';
/** 43 characters hold 258 bits, a MAC has 256: the last character has to be one that leaves none over, so that a token has one spelling. */
const FORM = /^sal_vs_([\w-]{1,32})\.([\w-]{1,600})\.([\w-]{42}[AEIMQUYcgkosw048])$/;
const LIFE_MS = 30 * 24 * 3_600_000;
const VISITOR_SCOPES: readonly TokenScope[] = ['chat:write', 'chat:read', 'sessions:read', 'feedback:write'];

/** Tenant, agent, session, line of the token, expiry in seconds since 1970: an array, because the token travels often. */
const Claims = z.tuple([z.uuid(), z.string(), z.uuid(), z.uuid().nullable(), z.number().int()]);

/**
 * Tokens of visitors, `sal_vs_{kid}.{claims}.{mac}`: whoever holds one may continue, read and erase this conversation and no
 * other. Nothing is stored of them; the MAC (HMAC-SHA256) says that they are ours.
 */
export class SessionTokens {
  constructor(private readonly keys: MacKeys) {}

  static looksLikeOne(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  mint({ tenantId, agentSlug, sessionId, lineageId }: VisitorSession): SessionToken {
    const expires = Math.floor((Date.now() + LIFE_MS) / 1_000);
    const claims: z.infer<typeof Claims> = [tenantId, agentSlug, sessionId, lineageId, expires];
    const encoded = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const { kid, mac } = this.keys.sign(PREFIX + encoded);
    return { token: `${PREFIX}${kid}.${encoded}.${mac.toString('base64url')}`, expiresAt: new Date(expires * 1_000) };
  }

  /** @throws TokenInvalid, TokenExpired */
  verify(token: string): Principal {
    const [, kid = '', encoded = '', mac = ''] = FORM.exec(token) ?? [];
    if (!this.keys.verify(kid, PREFIX + encoded, Buffer.from(mac, 'base64url'))) throw new TokenInvalid();
    const [tenantId, agentSlug, sessionId, lineageId, expires] = Claims.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
    if (expires * 1_000 <= Date.now()) throw new TokenExpired();
    return new Principal({
      kind: 'session',
      tokenId: null,
      tenantId,
      scopes: VISITOR_SCOPES,
      agents: [agentSlug],
      sessionId,
      allowedOrigins: [],
      lineageId,
      limits: null,
      budget: null,
    });
  }
}
