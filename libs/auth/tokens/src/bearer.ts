import { TokenInvalid, TokenMissing } from './token.errors.js';

/**
 * The token of an `Authorization: Bearer` header (RFC 6750 §2.1); the scheme's case does not matter.
 *
 * @throws TokenMissing without such a header, TokenInvalid when it holds more than one token
 */
export function bearerOf(authorization: string | undefined): string {
  const [, token] = /^bearer +(\S.*)$/i.exec(authorization?.trim() ?? '') ?? [];
  if (!token) throw new TokenMissing();
  if (/[\s,]/.test(token)) throw new TokenInvalid();
  return token;
}
