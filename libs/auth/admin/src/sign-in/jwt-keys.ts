import { createHash, createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';

export const JWT_ALGORITHMS = ['HS256', 'HS384', 'HS512', 'RS256', 'ES256'] as const;
export type JwtAlgorithm = (typeof JWT_ALGORITHMS)[number];

export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

const KEYED = /^([\w-]{1,32}):(.{32,})$/s;
const SECRET_LENGTH_MIN = 32;
const RSA_BITS_MIN = 2_048;

/**
 * The keys of our own access tokens: the first one signs, all of them verify, so that keys are rotated without signing anybody
 * out. A key has the id that it was given, and one that follows from itself, under which it signed before it was given one.
 */
export class JwtKeys {
  private constructor(
    readonly algorithm: JwtAlgorithm,
    readonly signing: SigningKey,
    private readonly verifying: ReadonlyMap<string, KeyObject>,
  ) {}

  /**
   * @param text one key, or `kid:key,kid2:key`. A key is a text of at least 32 characters for HS*; for RS256 and ES256 a PKCS #8
   *   private key as PEM, or that in base64
   * @throws Error that says what is wrong, and no key
   */
  static parse(text: string, algorithm: JwtAlgorithm): JwtKeys {
    const entries = entriesOf(text).map(([kid, value]) => ({ kid, own: fingerprint(value), ...readKey(value, algorithm) }));
    const verifying = new Map<string, KeyObject>();
    for (const { kid, own, verify } of entries)
      for (const id of [kid, own]) if (id !== null && !verifying.has(id)) verifying.set(id, verify);
    const [first] = entries;
    return new JwtKeys(algorithm, { kid: first!.kid ?? first!.own, key: first!.sign }, verifying);
  }

  /** The keys that may have signed a token; all of them for one that names none, as tokens did once. */
  candidates(kid: string | undefined): readonly KeyObject[] {
    if (kid === undefined) return [...new Set(this.verifying.values())];
    const key = this.verifying.get(kid);
    return key ? [key] : [];
  }
}

/** Whether a text holds private keys as PEM, and not a shared secret. */
export function holdsPrivateKeys(text: string): boolean {
  return entriesOf(text).every(([, value]) => pemOf(value).includes('PRIVATE KEY'));
}

function entriesOf(text: string): [string | null, string][] {
  const parts = text.split(',').map((part) => KEYED.exec(part.trim()));
  const keyed = parts.filter((match) => match !== null);
  if (keyed.length !== parts.length) return [[null, text.trim()]];
  const ids = keyed.map((match) => match[1]!);
  if (new Set(ids).size !== ids.length) throw new Error('a key id appears twice');
  return keyed.map((match) => [match[1]!, match[2]!]);
}

function readKey(value: string, algorithm: JwtAlgorithm): { readonly sign: KeyObject; readonly verify: KeyObject } {
  if (algorithm.startsWith('HS')) {
    if (value.length < SECRET_LENGTH_MIN) throw new Error(`must have at least ${SECRET_LENGTH_MIN} characters`);
    const key = createSecretKey(Buffer.from(value));
    return { sign: key, verify: key };
  }
  const sign = readPrivateKey(value);
  const { modulusLength = 0, namedCurve } = sign.asymmetricKeyDetails ?? {};
  if (algorithm === 'RS256' && (sign.asymmetricKeyType !== 'rsa' || modulusLength < RSA_BITS_MIN))
    throw new Error(`must be RSA keys of at least ${RSA_BITS_MIN} bits for RS256`);
  if (algorithm === 'ES256' && namedCurve !== 'prime256v1') throw new Error('must be EC keys of the curve P-256 for ES256');
  return { sign, verify: createPublicKey(sign) };
}

function readPrivateKey(value: string): KeyObject {
  try {
    return createPrivateKey(pemOf(value));
  } catch {
    throw new Error('must be private keys in PEM, or that in base64'); // the reason would quote the key
  }
}

function pemOf(value: string): string {
  return value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : Buffer.from(value, 'base64').toString();
}

function fingerprint(value: string): string {
  return createHash('sha256').update(`salient-jwt-key ${value}`).digest('base64url').slice(0, 12);
}
