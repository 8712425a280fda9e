import type { Citation, ToolActivity } from '@salient/contracts/chat';
import { AnswerText, cursorWithin } from './answer-text.js';
import type { Turn, TurnEnd, TurnEvent, TurnHead } from './turn.js';

type SideEvent = { readonly at: number } & ({ readonly tool: ToolActivity } | { readonly citation: Citation });

/** Why readers are sent away from a turn that goes on elsewhere. */
export type AwayReason = 'drain' | 'moved';

/** The turn goes on in another process, or in none: ask again for what is stored of it. */
export class TurnElsewhere extends Error {
  override readonly name = 'TurnElsewhere';
}

/**
 * A turn as its readers follow it. One writer grows it: the run in this process, or a copy of what another process has stored.
 * Any number of readers follow it, each at its own pace. What a slow reader has not taken yet is the turn's own text, so
 * waiting readers cost nothing but a position.
 */
export class LiveTurn {
  private readonly answer = new AnswerText();
  private readonly sideEvents: SideEvent[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly controller = new AbortController();
  private ended: TurnEnd | null = null;
  private away: AwayReason | null = null;
  private readers = 0;
  private lastReaderLeftAt = performance.now();

  /** @param isCopy the text may be behind what a reader was shown where the turn runs */
  constructor(
    readonly head: TurnHead,
    private readonly isCopy = false,
  ) {}

  /** What is stored of a turn, as far as it has come. */
  static copyOf(turn: Turn): LiveTurn {
    const copy = new LiveTurn(turn, true);
    copy.catchUp(turn);
    return copy;
  }

  /** Aborted when the turn shall end before the model has; the reason is a {@link TurnInterruption} or an error. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get text(): string {
    return this.answer.value;
  }

  /** Counts tools and citations, each state of a tool by itself: tells whether there are new ones. */
  get sideEventCount(): number {
    return this.sideEvents.length;
  }

  get isOver(): boolean {
    return this.ended !== null || this.away !== null;
  }

  /** A turn that runs here is carried to its end also while the process stops. */
  private get endsElsewhere(): boolean {
    return this.away === 'moved' || (this.isCopy && this.away !== null);
  }

  /** How long nobody has been reading, in milliseconds; 0 while somebody does. */
  get unreadMs(): number {
    return this.readers > 0 ? 0 : performance.now() - this.lastReaderLeftAt;
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

  /** Grows by what has been stored since. */
  catchUp(turn: Turn): void {
    const known = new Map(this.tools.map((tool) => [tool.tool_call_id, tool.state]));
    for (const tool of turn.tools) if (known.get(tool.tool_call_id) !== tool.state) this.noteTool(tool);
    for (const citation of turn.citations.slice(this.citations.length)) this.noteCitation(citation);
    if (turn.text.length > this.text.length) this.append(turn.text.slice(this.text.length));
    if (turn.end) this.finish(turn.end);
  }

  interrupt(reason: unknown): void {
    this.controller.abort(reason);
  }

  /** Sends the readers away: the turn, if it goes on, can be read in another process. */
  sendAway(reason: AwayReason): void {
    this.away = reason;
    this.wake();
  }

  /**
   * The whole turn, once it has ended.
   *
   * @throws TurnElsewhere when its end will not be known here
   */
  async settled(): Promise<Turn & { end: TurnEnd }> {
    this.readers += 1;
    try {
      while (!this.ended && !this.endsElsewhere) await this.change();
    } finally {
      this.leave();
    }
    if (!this.ended) throw new TurnElsewhere();
    return { ...this.snapshot, end: this.ended };
  }

  /**
   * Follows the turn from an offset to its end. A reader that comes back gets every tool and citation so far, then exactly
   * the text that it lacks.
   *
   * @param offset UTF-16 units that the reader has; null for a reader that comes first
   * @param stays the reader cannot come back, so it is sent away only from a turn that has no end here
   */
  async *read(offset: number | null, signal: AbortSignal, stays = false): AsyncGenerator<TurnEvent> {
    let position = this.startOf(offset ?? 0);
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
          yield* this.ending(this.ended, position);
          return;
        } else if (this.away && (this.endsElsewhere || !stays)) {
          yield { type: 'reconnect', offset: position, reason: this.away };
          return;
        } else {
          await this.change(signal);
        }
      }
    } finally {
      this.leave();
    }
  }

  /** A copy may be behind its reader, who then waits for what is new to him; of a finished one there is no more to come. */
  private startOf(offset: number): number {
    if (offset > this.text.length && this.isCopy && this.ended?.status !== 'completed') return offset;
    return cursorWithin(this.text, offset);
  }

  /** A reader who was shown more than was stored is told what the turn came to. */
  private *ending(end: TurnEnd, position: number): Generator<TurnEvent> {
    const { text } = this;
    if (position > text.length && end.status === 'failed') {
      yield { type: 'replace', offset: text.length, text, reason: end.failureCode ?? 'worker_lost' };
    }
    yield { type: 'end', turn: { ...this.snapshot, end } };
  }

  private leave(): void {
    this.readers -= 1;
    this.lastReaderLeftAt = performance.now();
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
