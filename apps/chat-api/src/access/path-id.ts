import { Id } from '@salient/contracts';

/** An id in a path that is none names nothing: that is an unknown thing, not a malformed request. */
export function uuidOr(text: string, unknown: () => Error): string {
  const id = Id.safeParse(text);
  if (!id.success) throw unknown();
  return id.data;
}
