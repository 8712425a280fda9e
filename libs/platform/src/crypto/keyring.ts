import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { parseKeys, splitAtColon, type Keys } from './keys.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts secrets at rest with AES-256-GCM (NIST SP 800-38D). Several keys may be known: the first one writes, all of them
 * read, which is how keys are rotated.
 *
 * A sealed value is `kid:` followed by base64 of nonce (12 bytes), ciphertext and tag (16 bytes).
 */
export class Keyring {
  private constructor(private readonly keys: Keys) {}

  /**
   * @param text `kid:base64,kid2:base64`, each key 32 bytes
   * @throws Error that names the faulty entry, never its key
   */
  static parse(text: string): Keyring {
    return new Keyring(parseKeys(text));
  }

  /** @param context bound to the value as associated data: a value copied to another row does not open there */
  seal(plaintext: string, context: string): string {
    const [kid, key] = this.keys.entries().next().value as [string, Buffer];
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return `${kid}:${Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64')}`;
  }

  /** Whether a value was sealed with the key that writes now. */
  isCurrent(sealed: string): boolean {
    return splitAtColon(sealed)[0] === this.keys.keys().next().value;
  }

  /** @throws CannotUnseal when the key is not known, the context differs or the value was changed */
  open(sealed: string, context: string): string {
    const [kid, encoded] = splitAtColon(sealed);
    const key = this.keys.get(kid);
    if (!key) throw new CannotUnseal(`no key with the id "${kid}" is configured`);
    const bytes = Buffer.from(encoded, 'base64');
    try {
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new CannotUnseal(`the key "${kid}" does not open this value`);
    }
  }
}

/** The stored secret cannot be read with the configured keys. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal';
}
