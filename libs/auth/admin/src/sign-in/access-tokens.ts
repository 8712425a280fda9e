import { decodeProtectedHeader, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { AuthOptions } from '../auth.options.js';
import { AccessTokenExpired, AccessTokenInvalid } from './sign-in.errors.js';

export const ACCESS_TOKEN_SECONDS = 900;

/** Whom one of our access tokens is about. */
export interface AccessTokenSubject {
  readonly userId: string;
  /** The user's `session_epoch` when he signed in: all his sessions end with it. */
  readonly epoch: number;
}

/** Our own access tokens (RFC 7519): algorithm pinned; issuer, audience, times and key id checked. */
export class AccessTokens {
  constructor(private readonly options: AuthOptions['jwt']) {}

  sign({ userId, epoch }: AccessTokenSubject): Promise<string> {
    const { keys, issuer, audience } = this.options;
    return new SignJWT({ epoch })
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
    const { sub, epoch = 0 } = payload as JWTPayload & { readonly epoch?: unknown };
    if (typeof sub !== 'string' || !UUID.test(sub) || typeof epoch !== 'number') throw new AccessTokenInvalid();
    return { userId: sub, epoch };
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

/** @throws AccessTokenInvalid when it is no JWS */
function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    throw new AccessTokenInvalid();
  }
}
