import { createHash } from 'node:crypto';

/** The same for questions that differ in case, width, punctuation and space alone. */
export function questionKey(question: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}
