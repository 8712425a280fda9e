import { PreconditionFailed } from '../errors/common.errors.js';

/** The `ETag` of a version of a resource (RFC 9110 §8.8.3). */
export function entityTag(version: string | number): string {
  return `"${version}"`;
}

/**
 * Lets a change through when the caller's `If-Match` is absent, `*`, or names the tag.
 *
 * @throws PreconditionFailed when the resource has another tag by now
 */
export function requireMatch(ifMatch: string | undefined, tag: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!ifMatch.split(',').some((given) => given.trim() === tag)) throw new PreconditionFailed();
}
