import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** The service sends a heartbeat every 15 s: a stream silent for longer than this is a connection that is gone. */
const SILENCE_MS = 40_000;

export interface ServerEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** The events of a response, as they come. Ends when the response does; throws when it breaks or falls silent. */
export async function* readServerEvents(response: Response): AsyncGenerator<ServerEvent> {
  const pending: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => void pending.push(event) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      parser.feed(value);
      for (const { event = 'message', data } of pending.splice(0)) yield { event, data: JSON.parse(data) as Record<string, unknown> };
    }
  } finally {
    reader.cancel().catch(() => undefined); // it may be broken already
  }
}

function withinSilence<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TypeError('The stream fell silent.')), SILENCE_MS);
  });
  return Promise.race([reading, silence]).finally(() => clearTimeout(timer));
}
