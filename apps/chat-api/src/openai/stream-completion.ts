import { TurnFailed, type LiveTurn, type StayingEvent, type TurnService } from '@salient/domain/chat';
import { pathOf, problemOf, SalientError } from '@salient/platform';
import type { FastifyReply } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { closedSignal, SseWriter } from '../sse/sse-writer.js';
import { CompletionChunks } from './completion.view.js';
import { openAiError } from './openai-error.js';

/**
 * How long the first byte waits for the first word. Until then a failure can be told by its status, which clients act on:
 * they try again after a 503, but not after a stream that breaks off.
 */
const FIRST_WORD_MS = 5_000;

type Word = Extract<StayingEvent, { type: 'delta' | 'end' }>;

/**
 * Answers with the chunks of a completion, until its end or the reader's. What goes wrong after the first of them is an event with
 * an error, which clients throw: an answer that only breaks off, they take for whole.
 */
export async function streamCompletion(
  reply: FastifyReply,
  turns: TurnService,
  turn: LiveTurn,
  { account, includeUsage }: { readonly account: string; readonly includeUsage: boolean },
): Promise<void> {
  const closed = closedSignal(reply);
  const words = wordsOf(turns.readToEnd(turn, closed));
  const first = words.next();
  const early = await withinMs(FIRST_WORD_MS, first);
  if (early && !early.done) refuseFailure(early.value);
  if (closed.aborted) return;

  const chunks = new CompletionChunks(account, turn.head, includeUsage);
  const writer = new SseWriter(reply, closed);
  let taken = await writer.data(chunks.start());
  try {
    for (let word = await first; taken && !word.done; word = await words.next()) taken = await writer.data(...said(word.value));
    await words.return(undefined);
  } catch (error) {
    if (!(error instanceof SalientError)) throw error; // cut, and logged
    taken = await writer.data(told(error));
  }
  if (taken) writer.end();
  else writer.cut();

  function said(word: Word): (object | string)[] {
    if (word.type === 'delta') return [chunks.delta(word.text)];
    const { failureCode } = word.turn.end;
    if (!failureCode) return [...chunks.end(word.turn), '[DONE]'];
    return [told(new TurnFailed(failureCode))];
  }
  function told(error: unknown): object {
    return openAiError(problemOf(error, { instance: pathOf(reply.request), requestId: reply.request.id }));
  }
}

/** OpenAI's clients are told the text and the end; of tools and citations they know nothing. */
async function* wordsOf(events: AsyncGenerator<StayingEvent>): AsyncGenerator<Word, undefined> {
  for await (const event of events) if (event.type === 'delta' || event.type === 'end') yield event;
}

async function withinMs<Value>(ms: number, promise: Promise<Value>): Promise<Value | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([promise, wait(ms, undefined, { ref: false, signal: timer.signal }).catch(() => undefined)]);
  } finally {
    timer.abort();
  }
}

function refuseFailure(word: Word): void {
  if (word.type === 'end' && word.turn.end.failureCode) throw new TurnFailed(word.turn.end.failureCode);
}
