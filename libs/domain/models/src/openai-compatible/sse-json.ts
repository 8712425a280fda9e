import { createParser } from 'eventsource-parser';

/** The stream is not what the protocol says: too large, or cut. */
export class StreamFault extends Error {
  override readonly name = 'StreamFault';
}

/**
 * Reads the JSON objects of an event stream until `[DONE]` or its end. Comments are skipped; bytes may be cut anywhere.
 *
 * @throws StreamFault when an event is not JSON or one event is larger than `eventBytesMax`
 */
export async function* readJsonEvents(body: AsyncIterable<Uint8Array>, eventBytesMax: number): AsyncGenerator<unknown> {
  const ready: string[] = [];
  let pending = 0;
  const parser = createParser({
    onEvent: ({ data }) => {
      pending = 0;
      ready.push(data);
    },
  });
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    pending += bytes.length;
    parser.feed(decoder.decode(bytes, { stream: true }));
    if (ready.length === 0 && pending > eventBytesMax) throw new StreamFault('an event is larger than any should be');
    for (const data of ready.splice(0)) {
      if (data === '[DONE]') return;
      yield parseJson(data);
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StreamFault('an event is not JSON');
  }
}
