import { createParser, type EventSourceMessage } from 'eventsource-parser';

export interface ReceivedEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

/** Reads server-sent events from a response as they come, until `until` says that it has seen enough, or the end. */
export async function readEvents(response: Response, until: (event: ReceivedEvent) => boolean = () => false): Promise<ReceivedEvent[]> {
  const events: ReceivedEvent[] = [];
  const pending: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => void pending.push(event) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return events;
    parser.feed(value);
    for (const { event = 'message', id = '', data } of pending.splice(0)) {
      const received = { event, id, data: JSON.parse(data) as Record<string, unknown> };
      events.push(received);
      if (until(received)) {
        await reader.cancel();
        return events;
      }
    }
  }
}

/** The answer that the deltas of a stream make. */
export function textOf(events: readonly ReceivedEvent[]): string {
  return events.map((event) => (event.event === 'delta' ? String(event.data['text']) : '')).join('');
}
