import fc from 'fast-check';
import { LiveTurn } from './live-turn.js';
import type { TurnEnd, TurnEvent } from './turn.js';

const END: TurnEnd = {
  status: 'completed',
  finishReason: 'stop',
  failureCode: null,
  model: 'm',
  usage: null,
  cost: null,
  llmRequestId: null,
  timings: null,
  completedAt: new Date(0),
};

const newTurn = () => new LiveTurn({ id: 'turn', sessionId: 'session', userMessageId: 'user', agentSlug: 'info', createdAt: new Date(0) });
const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Text with characters outside the basic plane, right-to-left letters and combining marks, cut anywhere: also inside a pair. */
const chunkedText = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'ש', '👩‍⚕️', '𝔘', '\n', 'e\u0301') }), fc.array(fc.nat(200), { maxLength: 20 }))
  .map(([text, cuts]) => {
    const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
    return { text, chunks: [...places, text.length].map((end, index) => text.slice(places[index - 1] ?? 0, end)) };
  });

/** Follows a turn, leaving and coming back with the last offset each time that `leave` says so. */
async function readWithCuts(live: LiveTurn, leave: () => boolean): Promise<string> {
  let text = '';
  let offset: number | null = null;
  for (;;) {
    let left = false;
    for await (const event of live.read(offset, never)) {
      if (event.type === 'delta') {
        expect(event.offset - event.text.length).toBe(text.length);
        expect(event.text.isWellFormed()).toBe(true);
        text += event.text;
      }
      if (event.type === 'end') return text;
      offset = event.offset;
      if (leave()) {
        left = true;
        break;
      }
    }
    if (!left) throw new Error('the stream ended without an end');
    await turn();
  }
}

describe('LiveTurn', () => {
  it('gives every reader the whole answer, nothing twice, however it was cut into chunks and however often the reader left', async () => {
    await fc.assert(
      fc.asyncProperty(chunkedText, fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async ({ text, chunks }, leaves) => {
        const live = newTurn();
        let step = 0;
        const leave = () => leaves[step++ % leaves.length]! && step < 500;
        const readers = [readWithCuts(live, leave), readWithCuts(live, () => false)];
        for (const chunk of chunks) {
          live.append(chunk);
          await turn();
        }
        live.closeText();
        live.finish(END);
        const late = readWithCuts(live, () => false);
        expect(await Promise.all([...readers, late])).toEqual([text, text, text]);
        expect(live.text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('shows a reader that follows from the start tools and citations where they happened', async () => {
    const live = newTurn();
    live.noteTool({
      tool_call_id: 't',
      name: 'search_directory',
      label: 'Searching',
      state: 'started',
      result_count: null,
      duration_ms: null,
    });
    live.append('Dr. Ruiz [1]');
    live.noteCitation({ index: 1, list: 'doctors', entry_id: 'e', entry_version: 1, title: 'Dr. Ruiz' });
    live.append(' can help.');
    live.finish(END);
    expect(await order(live.read(null, never))).toEqual(['start@0', 'tool@0', 'delta@12', 'citation@12', 'delta@22', 'end']);
  });

  it('tells a reader that comes back every tool and citation first, then the text that it lacks', async () => {
    const live = newTurn();
    live.append('Dr. Ruiz [1]');
    live.noteCitation({ index: 1, list: 'doctors', entry_id: 'e', entry_version: 1, title: 'Dr. Ruiz' });
    live.append(' can help.');
    live.finish(END);
    expect(await order(live.read(4, never))).toEqual(['start@4', 'citation@4', 'delta@22', 'end']);
    const stored = LiveTurn.copyOf({ ...live.snapshot, end: END });
    expect(await order(stored.read(4, never))).toEqual(['start@4', 'citation@4', 'delta@22', 'end']);
  });

  it('turns half a surrogate pair and NUL into U+FFFD, because nothing can store them', () => {
    const live = newTurn();
    live.append('a\ud83d');
    expect(live.text).toBe('a');
    live.append('b\u0000');
    live.append('\ude00\ud83d');
    live.closeText();
    expect(live.text).toBe('a\ufffdb\ufffd\ufffd\ufffd');
  });

  it('lets a reader go at once when it leaves, although nothing happens', async () => {
    const live = newTurn();
    const gone = new AbortController();
    const reading = order(live.read(null, gone.signal));
    await turn();
    expect(live.unreadMs).toBe(0);
    gone.abort();
    expect(await reading).toEqual(['start@0']);
    expect(live.unreadMs).toBeGreaterThanOrEqual(0);
  });
});

const label = (event: TurnEvent) => (event.type === 'end' ? 'end' : `${event.type}@${event.offset}`);

async function order(events: AsyncIterable<TurnEvent>): Promise<string[]> {
  const seen: string[] = [];
  for await (const event of events) seen.push(label(event));
  return seen;
}
