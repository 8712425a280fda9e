import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import type { ModelEvent, ModelFinish, ModelFinishReason, ModelProvider, ModelRequest } from '../model-provider.js';
import { writeAnswer, writeWelcome } from './answer-writer.js';
import { questionOf } from './question.js';
import { planSearches } from './search-plan.js';
import { toolAnswers } from './tool-results.js';

const MODEL = 'salient/directory-responder';

/**
 * Answers from the directories without a language model, and says so. It works through the same tools as a model does:
 * first it asks what there is, then it searches, then it writes down what was found. The same question over the same data
 * always gets the same answer.
 */
export class DirectoryResponder implements ModelProvider {
  readonly name = 'directory';
  readonly isLanguageModel = false;

  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const { lists, searches } = toolAnswers(request.messages);
    const question = questionOf(request.messages);
    if (lists === null && request.tools.length > 0) return yield* callTools([{ name: 'list_directories', arguments: {} }]);
    const planned = searches === null && request.tools.length > 0 ? planSearches(question, lists ?? []) : [];
    if (planned.length > 0) return yield* callTools(planned.map((search) => ({ name: 'search_directory', arguments: search })));
    yield* write(searches === null ? writeWelcome(lists ?? []) : writeAnswer(question, lists ?? [], searches), signal);
    yield finish('stop');
  }
}

function* callTools(calls: readonly { name: string; arguments: object }[]): Generator<ModelEvent> {
  for (const [index, { name, arguments: args }] of calls.entries()) {
    yield { type: 'tool_call', call: { id: `${name}_${index + 1}`, name, arguments: JSON.stringify(args) } };
  }
  yield finish('tool_calls');
}

/** A few words at a time, as a model would; other turns get their share of the event loop in between. */
async function* write(text: string, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  for (const [words] of text.matchAll(/(?:\s*\S+){1,4}\s*/g)) {
    signal.throwIfAborted();
    yield { type: 'text', text: words };
    await nextTurnOfTheLoop();
  }
}

function finish(reason: ModelFinishReason): ModelFinish {
  return { type: 'finish', reason, model: MODEL, usage: { inputTokens: 0, outputTokens: 0 }, costUsd: null, providerRequestId: null };
}
