import { holdsPrivateKeys, JwtKeys, type AuthOptions, type JwtAlgorithm } from '@salient/auth/admin';
import type { Keyring } from '@salient/platform';
import type { z } from 'zod';

/** The variables that say how people sign in. */
export interface AuthVariables {
  readonly ENVIRONMENT: string;
  readonly SALIENT_ENCRYPTION_KEYS: Keyring;
  readonly JWT_SECRET: string;
  readonly JWT_ALGORITHM: JwtAlgorithm;
  readonly JWT_ISSUER: string;
  readonly JWT_AUDIENCE: string;
  readonly JWT_JWKS_URL?: string;
  readonly PUBLIC_ADMIN_URL: string;
  readonly SMTP_URL?: string;
}

const OWN_ISSUER = 'salient';
const OWN_AUDIENCE = 'salient-admin';
/** What OpenID providers sign with unless they are told otherwise (OpenID Connect Core 1.0 §15.1). */
const OUTSIDE_ALGORITHM = 'RS256';

/** A refinement for the environment: the keys can be used, and an outside issuer is named when it has keys. */
export function requireUsableJwt(env: AuthVariables, context: z.RefinementCtx): void {
  const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (env.JWT_JWKS_URL && !URL.canParse(env.JWT_ISSUER))
    refuse('JWT_ISSUER', 'must be the URL of the issuer whose keys JWT_JWKS_URL names');
  if (!env.JWT_SECRET || !env.JWT_ALGORITHM) return; // is said already
  try {
    JwtKeys.parse(env.JWT_SECRET, ownAlgorithm(env));
  } catch (error) {
    refuse('JWT_SECRET', (error as Error).message);
  }
}

/**
 * With JWT_JWKS_URL, issuer, audience and an asymmetric algorithm are those of the outside issuer; our own tokens then carry
 * our own names, so that neither can pass for the other.
 */
export function authOptions(env: AuthVariables): AuthOptions {
  const { JWT_JWKS_URL: jwksUrl, JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_ALGORITHM: algorithm } = env;
  const own = jwksUrl ? { issuer: OWN_ISSUER, audience: OWN_AUDIENCE } : { issuer, audience };
  return {
    jwt: { keys: JwtKeys.parse(env.JWT_SECRET, ownAlgorithm(env)), ...own },
    outside: jwksUrl ? { jwksUrl, issuer, audience, algorithm: algorithm.startsWith('HS') ? OUTSIDE_ALGORITHM : algorithm } : null,
    keyring: env.SALIENT_ENCRYPTION_KEYS,
    publicAdminUrl: env.PUBLIC_ADMIN_URL,
    mail: { smtpUrl: env.SMTP_URL ?? null, isDevelopment: ['development', 'test'].includes(env.ENVIRONMENT) },
  };
}

/** An algorithm of the outside issuer is ours too only when we hold private keys. */
function ownAlgorithm({ JWT_JWKS_URL: jwksUrl, JWT_SECRET: text, JWT_ALGORITHM: algorithm }: AuthVariables): JwtAlgorithm {
  return jwksUrl && !algorithm.startsWith('HS') && !holdsPrivateKeys(text) ? 'HS256' : algorithm;
}
