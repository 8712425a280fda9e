import { decodeProtectedHeader, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { AuthOptions } from '../auth.options.js';
import { AccessTokenExpired, AccessTokenInvalid } from './sign-in.errors.js';

export const ACCESS_TOKEN_SECONDS = 900;

/** Whom one of our access tokens is about. */
export interface AccessTokenSubject {
  readonly userId: string;
  /** The user's `session_epoch` when he signed in: all his sessions end with it. */
  readonly epoch: number;
  /** The session that it belongs to, and ends with; nothing in one that was signed before sessions had names. */
  readonly sessionId?: string;
}

/** Our own access tokens (RFC 7519): algorithm pinned; issuer, audience, times and key id checked. */
export class AccessTokens {
  constructor(private readonly options: AuthOptions['jwt']) {}

  sign({ userId, epoch, sessionId }: AccessTokenSubject): Promise<string> {
    const { keys, issuer, audience } = this.options;
    return new SignJWT({ epoch, sid: sessionId })
      .setProtectedHeader({ alg: keys.algorithm, kid: keys.signing.kid, typ: 'JWT' })
      .setSubject(userId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
      .sign(keys.signing.key);
  }

  /** @throws AccessTokenInvalid, AccessTokenExpired */
  async verify(token: string): Promise<AccessTokenSubject> {
    const payload = await this.payloadOf(token);
    const { sub, epoch = 0, sid } = payload as JWTPayload & { readonly epoch?: unknown; readonly sid?: unknown };
    if (!isId(sub) || typeof epoch !== 'number' || !(sid === undefined || isId(sid))) throw new AccessTokenInvalid();
    return { userId: sub, epoch, sessionId: sid };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    const { keys, issuer, audience } = this.options;
    const checks = { algorithms: [keys.algorithm], issuer, audience, requiredClaims: ['exp', 'nbf', 'sub'] };
    for (const key of keys.candidates(kidOf(token))) {
      try {
        return (await jwtVerify(token, key, checks)).payload;
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new AccessTokenExpired();
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw new AccessTokenInvalid();
      }
    }
    throw new AccessTokenInvalid();
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** @throws AccessTokenInvalid when it is no JWS */
function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    throw new AccessTokenInvalid();
  }
}
