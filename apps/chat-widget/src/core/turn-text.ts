import type { Citation, ToolActivity } from '@salient/contracts/chat';
import type { ServerEvent } from './server-events.js';

/** The reader has to come back and say where it is. */
export class ReadAgain extends Error {}

export type TurnOutcome = 'completed' | 'stopped' | 'failed' | 'incomplete';

/** As much of a turn as was read at another time. */
export interface ReadSoFar {
  readonly id: string | null;
  readonly text: string;
  readonly tools: readonly ToolActivity[];
  readonly citations: readonly Citation[];
}

/** What has been read of a turn, over any number of connections: every word once, in its place. */
export class TurnText {
  id: string | null = null;
  text = '';
  outcome: TurnOutcome | null = null;
  private readonly toolsById = new Map<string, ToolActivity>();
  private readonly citationsByIndex = new Map<number, Citation>();
  private rereads = 0;

  /** What a browser knows of a turn that it has not read to its end: it goes on from there. */
  static resumed({ id, text, tools, citations }: ReadSoFar): TurnText {
    const turn = new TurnText();
    turn.id = id;
    turn.text = text;
    for (const tool of tools) turn.toolsById.set(tool.tool_call_id, tool);
    for (const citation of citations) turn.citationsByIndex.set(citation.index, citation);
    return turn;
  }

  get tools(): ToolActivity[] {
    return [...this.toolsById.values()];
  }

  get citations(): Citation[] {
    return [...this.citationsByIndex.values()].sort((one, other) => one.index - other.index);
  }

  /** @throws ReadAgain when something is missing */
  async take({ event, data }: ServerEvent): Promise<void> {
    switch (event) {
      case 'start':
        this.id = data['turn_id'] as string;
        return;
      case 'delta':
        return this.append(data['offset'] as number, data['text'] as string);
      case 'tool':
        return void this.toolsById.set(data['tool_call_id'] as string, data as unknown as ToolActivity);
      case 'citation':
        return void this.citationsByIndex.set(data['index'] as number, data as unknown as Citation);
      case 'replace':
        this.text = data['text'] as string;
        return;
      case 'reconnect':
        throw new ReadAgain();
      case 'done':
        await this.verify(data['chars'] as number, data['sha256'] as string);
        this.outcome = data['status'] as TurnOutcome;
        return;
      case 'failed':
        this.outcome = 'failed';
    }
  }

  /** What the reader has already is not added again; what it lacks is asked for. */
  private append(offset: number, text: string): void {
    if (offset > this.text.length) throw new ReadAgain();
    this.text += text.slice(this.text.length - offset);
  }

  /** The end says what the whole is; a text that is another one is read from the start, once. */
  private async verify(chars: number, sha256: string): Promise<void> {
    if (this.rereads > 0) return;
    if (chars === this.text.length && ((await digestOf(this.text)) ?? sha256) === sha256) return;
    this.rereads += 1;
    this.text = '';
    throw new ReadAgain();
  }
}

/** SHA-256 in hexadecimal; undefined on pages without https, where browsers compute none. */
async function digestOf(text: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
