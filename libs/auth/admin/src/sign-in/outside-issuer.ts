import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { OutsideIssuerOptions } from '../auth.options.js';
import { AccessTokenExpired, AccessTokenInvalid, IssuerUnavailable } from './sign-in.errors.js';

const FETCH_MS = 5_000;
const CLOCKS_APART_SECONDS = 5;
/** What jose says when the token's faults are the token's; anything else is that the keys cannot be had. */
const KEYS_UNREACHABLE = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);

/**
 * Takes the access tokens of an OpenID provider (RFC 9068): its published keys, its algorithm and no other, our audience. The
 * user is known here by an e-mail address that the provider has verified.
 */
export class OutsideIssuer {
  private readonly keys: JWTVerifyGetKey;

  constructor(private readonly options: OutsideIssuerOptions) {
    this.keys = createRemoteJWKSet(new URL(options.jwksUrl), { timeoutDuration: FETCH_MS });
  }

  /** Whether a token says of itself that it is this issuer's; nothing is verified yet. */
  claims(token: string): boolean {
    try {
      return decodeJwt(token).iss === this.options.issuer;
    } catch {
      return false;
    }
  }

  /**
   * The e-mail address of whom the token is about.
   *
   * @throws AccessTokenInvalid, AccessTokenExpired, IssuerUnavailable
   */
  async verify(token: string): Promise<string> {
    const { email, email_verified: isVerified } = await this.payloadOf(token);
    if (typeof email !== 'string' || isVerified !== true) throw new AccessTokenInvalid();
    return email;
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    const { issuer, audience, algorithm } = this.options;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: [algorithm],
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCKS_APART_SECONDS,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new AccessTokenExpired();
      const isOurs = !(error instanceof errors.JOSEError) || KEYS_UNREACHABLE.has(error.code);
      throw isOurs ? new IssuerUnavailable(error) : new AccessTokenInvalid();
    }
  }
}
