/** Secret keys by their ids, the one that writes first. */
export type Keys = ReadonlyMap<string, Buffer>;

const KEY_BYTES = 32;

/**
 * Reads keys that can be rotated: the first one writes, all of them read.
 *
 * @param text `kid:base64,kid2:base64`, each key 32 bytes
 * @throws Error that names the faulty entry, never its key
 */
export function parseKeys(text: string): Keys {
  const keys = new Map<string, Buffer>();
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [kid, encoded] = splitAtColon(entry);
    const key = Buffer.from(encoded, 'base64');
    if (!/^[\w-]{1,32}$/.test(kid)) throw new Error('every key needs an id of letters, digits, "_" or "-" before its ":"');
    if (key.length !== KEY_BYTES) throw new Error(`key "${kid}" must be ${KEY_BYTES} bytes in base64`);
    if (keys.has(kid)) throw new Error(`key id "${kid}" appears twice`);
    keys.set(kid, key);
  }
  return keys;
}

export function splitAtColon(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 1)];
}
