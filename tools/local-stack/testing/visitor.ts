import { createHash } from 'node:crypto';

export interface Target {
  /** Of an agent: `…/accounts/{account}/agents/{agent}`. */
  readonly url: string;
  readonly token: string;
}

/** What a visitor has seen go wrong, in words; empty when every answer was whole. */
export interface Visit {
  readonly faults: string[];
  turns: number;
}

/** Chats turn after turn, streamed and as JSON, until it is told to stop, and checks each answer to the last byte. */
export async function visit({ url, token }: Target, stop: AbortSignal): Promise<Visit> {
  const seen: Visit = { faults: [], turns: 0 };
  while (!stop.aborted) {
    const stream = seen.turns % 3 !== 0;
    try {
      const response = await fetch(`${url}/chat`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ message: `Question ${seen.turns}`, stream }),
      });
      const text = await response.text();
      const fault = response.status === 200 ? (stream ? faultOfStream(text) : faultOfJson(text)) : `${response.status}: ${text}`;
      if (fault) seen.faults.push(fault);
    } catch (error) {
      seen.faults.push(`${String(error)} ${String((error as Error).cause ?? '')}`);
    }
    seen.turns += 1;
  }
  return seen;
}

function faultOfJson(text: string): string | null {
  const { status } = JSON.parse(text) as { status: string };
  return status === 'completed' ? null : `the turn is ${status}`;
}

/** The deltas have to be the answer whose length and hash the last event tells. */
function faultOfStream(text: string): string | null {
  const events = text
    .split('\n\n')
    .map((block) => ({ event: /^event: (\w+)$/m.exec(block)?.[1], data: /^data: (.*)$/m.exec(block)?.[1] ?? '{}' }))
    .filter(({ event }) => event !== undefined);
  const answer = events
    .filter(({ event }) => event === 'delta')
    .map(({ data }) => (JSON.parse(data) as { text: string }).text)
    .join('');
  const last = events.at(-1);
  if (last?.event !== 'done') return `the stream ended with ${last?.event}: ${last?.data}`;
  const { chars, sha256 } = JSON.parse(last.data) as { chars: number; sha256: string };
  return chars === answer.length && sha256 === createHash('sha256').update(answer).digest('hex') ? null : 'the deltas are not the answer';
}
