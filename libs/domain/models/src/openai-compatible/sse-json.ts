import { createParser } from 'eventsource-parser';

/** The stream is not what the protocol says: too large, or cut. */
export class StreamFault extends Error {
  override readonly name = 'StreamFault';
}

/**
 * Reads the JSON objects of an event stream until `[DONE]`. Comments are skipped; the text may be cut anywhere.
 *
 * @param eventUnitsMax UTF-16 units that come without an event among them, at most
 * @param onJson called for each object at once
 * @returns takes the next piece of the stream, and answers whether `[DONE]` has come; throws StreamFault when an event is not
 *   JSON or larger than it may be, and what `onJson` throws
 */
export function jsonEventReader(eventUnitsMax: number, onJson: (json: unknown) => void): (text: string) => boolean {
  let isDone = false;
  let pending = 0;
  const parser = createParser({
    onEvent: ({ data }) => {
      pending = 0;
      if (data === '[DONE]') isDone = true;
      if (!isDone) onJson(parseJson(data));
    },
  });
  return (text) => {
    pending += text.length;
    parser.feed(text);
    if (pending > eventUnitsMax) throw new StreamFault('an event is larger than any should be');
    return isDone;
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StreamFault('an event is not JSON');
  }
}
