import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** `sk` for servers, `pk` for pages: a publishable token is no secret and may do little. */
export type TokenKind = 'sk' | 'pk';

export interface ParsedToken {
  readonly kind: TokenKind;
  /** The token's public handle: it may be shown and logged. */
  readonly ref: string;
}

const REF_ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const REF_LENGTH = 10;
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const FORM = /^sal_(sk|pk)_([a-z2-7]{10})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;

/** Makes a new token `sal_{kind}_{ref}_{secret}{crc}`; its secret has 190 bits of randomness. */
export function mintToken(kind: TokenKind): { readonly token: string; readonly ref: string } {
  const ref = randomText(REF_ALPHABET, REF_LENGTH);
  const body = `sal_${kind}_${ref}_${randomText(BASE62, SECRET_LENGTH)}`;
  return { token: body + checksum(body), ref };
}

/** Reads a token; null when it is malformed or its checksum tells that it was mistyped. */
export function parseToken(token: string): ParsedToken | null {
  const match = FORM.exec(token);
  if (!match || checksum(token.slice(0, -CHECKSUM_LENGTH)) !== token.slice(-CHECKSUM_LENGTH)) return null;
  return { kind: match[1] as TokenKind, ref: match[2]! };
}

/** What is stored of a token. A plain hash is enough for 190 random bits: there is nothing to guess. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in constant time. */
export function sameHash(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/** CRC-32 (ISO 3309) of all before it, in base 62, left-padded. */
function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place++) {
    digits = BASE62[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
