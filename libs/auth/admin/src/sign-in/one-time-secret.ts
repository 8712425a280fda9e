import { createHash, randomBytes } from 'node:crypto';

/** A secret that is good once, such as that of a link in an e-mail: 256 random bits. */
export function mintSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret with so much randomness that nobody can guess it. */
export function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
