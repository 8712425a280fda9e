import { InvalidRequest } from '@salient/platform';

/** Where a reader is in a turn: an offset in the answer's UTF-16 units, or its end. */
export interface StreamCursor {
  readonly turnId: string;
  readonly offset: number | 'end';
}

const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9}|end)$/i;

/**
 * Reads a `Last-Event-ID` header.
 *
 * @throws InvalidRequest when it is not an id of one of our streams
 */
export function parseCursor(lastEventId: string): StreamCursor {
  const [, turnId, offset] = FORM.exec(lastEventId) ?? [];
  if (!turnId || !offset) {
    throw new InvalidRequest('Last-Event-ID is not an id of this stream.', [
      { pointer: '/last-event-id', code: 'invalid_format', detail: 'Send the id of the last event, such as {turn_id}:{offset}.' },
    ]);
  }
  return { turnId: turnId.toLowerCase(), offset: offset === 'end' ? 'end' : Number(offset) };
}
