import type { Citation, ToolActivity } from '@salient/contracts/chat';
import { AnswerText, cursorWithin } from './answer-text.js';
import type { Turn, TurnEnd, TurnEvent, TurnHead } from './turn.js';

type SideEvent = { readonly at: number } & ({ readonly tool: ToolActivity } | { readonly citation: Citation });

/**
 * A turn that runs in this process. One writer grows it; any number of readers follow it, each at its own pace. What a slow
 * reader has not taken yet is the turn's own text, so waiting readers cost nothing but a position.
 */
export class LiveTurn {
  private readonly answer = new AnswerText();
  private readonly sideEvents: SideEvent[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly controller = new AbortController();
  private ended: TurnEnd | null = null;
  private readers = 0;
  private lastReaderLeftAt: number;

  constructor(readonly head: TurnHead) {
    this.lastReaderLeftAt = Date.now();
  }

  /** Aborted when the turn shall end before the model has; the reason is a {@link TurnInterruption} or an error. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get text(): string {
    return this.answer.value;
  }

  /** How long nobody has been reading, in milliseconds; 0 while somebody does. */
  get unreadMs(): number {
    return this.readers > 0 ? 0 : Date.now() - this.lastReaderLeftAt;
  }

  get snapshot(): Turn {
    return { ...this.head, text: this.text, tools: this.tools, citations: this.citations, end: this.ended };
  }

  get tools(): ToolActivity[] {
    const latest = new Map<string, ToolActivity>();
    for (const event of this.sideEvents) if ('tool' in event) latest.set(event.tool.tool_call_id, event.tool);
    return [...latest.values()];
  }

  get citations(): Citation[] {
    return this.sideEvents.flatMap((event) => ('citation' in event ? [event.citation] : []));
  }

  append(text: string): void {
    this.answer.append(text);
    this.wake();
  }

  noteTool(tool: ToolActivity): void {
    this.sideEvents.push({ at: this.answer.length, tool });
    this.wake();
  }

  noteCitation(citation: Citation): void {
    this.sideEvents.push({ at: this.answer.length, citation });
    this.wake();
  }

  /** No more text comes; what is still held back becomes part of the answer. */
  closeText(): void {
    this.answer.end();
    this.wake();
  }

  /** Tells the readers the end. Call it after the end has been stored. */
  finish(end: TurnEnd): void {
    this.ended = end;
    this.wake();
  }

  interrupt(reason: unknown): void {
    this.controller.abort(reason);
  }

  /** The whole turn, once it has ended. */
  async settled(): Promise<Turn & { end: TurnEnd }> {
    while (!this.ended) await this.change();
    return { ...this.snapshot, end: this.ended };
  }

  /**
   * Follows the turn from an offset to its end. A reader that comes back gets every tool and citation so far, then exactly
   * the text that it lacks.
   *
   * @param offset UTF-16 units that the reader has; null for a reader that comes first
   */
  async *read(offset: number | null, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    let position = cursorWithin(this.text, offset ?? 0);
    let next = 0;
    this.readers += 1;
    try {
      yield { type: 'start', offset: position, turn: this.head, resumed: offset !== null };
      if (offset !== null) for (; next < this.sideEvents.length; next++) yield sideEvent(this.sideEvents[next]!, position);
      while (!signal.aborted) {
        const side = this.sideEvents[next];
        const target = Math.max(position, side ? side.at : this.answer.length);
        if (target > position) {
          const text = this.text.slice(position, target);
          position = target;
          yield { type: 'delta', offset: position, text };
        } else if (side) {
          next += 1;
          yield sideEvent(side, position);
        } else if (this.ended) {
          yield { type: 'end', turn: { ...this.snapshot, end: this.ended } };
          return;
        } else {
          await this.change(signal);
        }
      }
    } finally {
      this.readers -= 1;
      this.lastReaderLeftAt = Date.now();
    }
  }

  private change(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal?.addEventListener('abort', done, { once: true });
    });
  }

  private wake(): void {
    for (const done of [...this.waiting]) done();
  }
}

function sideEvent(event: SideEvent, offset: number): TurnEvent {
  return 'tool' in event ? { type: 'tool', offset, tool: event.tool } : { type: 'citation', offset, citation: event.citation };
}

/** The same events for a turn that has ended, from what is stored of it. */
export function* readStored(turn: Turn & { end: TurnEnd }, offset: number | null): Generator<TurnEvent> {
  const position = cursorWithin(turn.text, offset ?? 0);
  yield { type: 'start', offset: position, turn, resumed: offset !== null };
  for (const tool of turn.tools) yield { type: 'tool', offset: position, tool };
  for (const citation of turn.citations) yield { type: 'citation', offset: position, citation };
  if (offset !== null && offset > turn.text.length && turn.end.status === 'failed') {
    yield { type: 'replace', offset: turn.text.length, text: turn.text, reason: 'worker_lost' };
  } else if (position < turn.text.length) {
    yield { type: 'delta', offset: turn.text.length, text: turn.text.slice(position) };
  }
  yield { type: 'end', turn };
}
