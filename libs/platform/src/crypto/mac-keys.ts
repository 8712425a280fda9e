import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseKeys, type Keys } from './keys.js';

/** Signs what is handed out and comes back, with HMAC-SHA256 (RFC 2104). The first key signs, all of them verify. */
export class MacKeys {
  private constructor(private readonly keys: Keys) {}

  /**
   * @param text `kid:base64,kid2:base64`, each key 32 bytes
   * @throws Error that names the faulty entry, never its key
   */
  static parse(text: string): MacKeys {
    return new MacKeys(parseKeys(text));
  }

  sign(text: string): { readonly kid: string; readonly mac: Buffer } {
    const [kid, key] = this.keys.entries().next().value as [string, Buffer];
    return { kid, mac: macOf(key, text) };
  }

  /** Compares in constant time; false when the key is not known. */
  verify(kid: string, text: string, mac: Buffer): boolean {
    const key = this.keys.get(kid);
    if (!key) return false;
    const expected = macOf(key, text);
    return mac.length === expected.length && timingSafeEqual(mac, expected);
  }
}

function macOf(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
