import { createParser, type EventSourceMessage } from 'eventsource-parser';

export interface ServerEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Record<string, unknown>;
}

/** The events of a streamed answer, as they come; a stream that breaks throws. */
export async function* readServerEvents(response: Response): AsyncGenerator<ServerEvent> {
  const pending: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => void pending.push(event) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(value);
      for (const { event = 'message', id, data } of pending.splice(0))
        yield { event, id, data: JSON.parse(data) as Record<string, unknown> };
    }
  } finally {
    reader.cancel().catch(() => undefined); // it may be broken already
  }
}
