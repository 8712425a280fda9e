import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import type { ModelFinish, ModelFinishReason, ModelProvider, ModelRequest, TakePart } from '../model-provider.js';
import { writeFound, writeNothing, writeWelcome } from './answer-writer.js';
import { questionOf } from './question.js';
import { rankSearches } from './ranking.js';
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

  async answer(request: ModelRequest, take: TakePart, signal: AbortSignal): Promise<ModelFinish> {
    const next = decide(request);
    if (!next.calls) {
      await write(next.text, take, signal);
      return finish('stop');
    }
    for (const { id, name, arguments: args } of next.calls)
      take({ type: 'tool_call', call: { id, name, arguments: JSON.stringify(args) } });
    return finish('tool_calls');
  }
}

interface ToolRequest {
  readonly id: string;
  readonly name: string;
  readonly arguments: object;
}

type Step = { readonly calls: readonly ToolRequest[]; readonly text?: undefined } | { readonly calls?: undefined; readonly text: string };

/** What comes next in a turn follows from what its tools have answered: lists, searches, broader searches, the answer. */
function decide({ messages, tools }: ModelRequest): Step {
  const { lists, searches } = toolAnswers(messages);
  const has = (name: string) => tools.some((tool) => tool.name === name);
  const mayCall = has('search_directory');
  if (lists === null && has('list_directories')) return { calls: [{ id: 'list_directories', name: 'list_directories', arguments: {} }] };
  const question = questionOf(messages);
  const plan = planSearches(question, lists ?? []);
  const call = (planned: readonly { arguments: object }[]): ToolRequest[] =>
    planned.map((search, index) => ({
      id: `search_directory_${searches.length + index + 1}`,
      name: 'search_directory',
      arguments: search.arguments,
    }));
  if (plan.first.length === 0) return { text: writeWelcome(lists ?? []) };
  if (searches.length === 0 && mayCall) return { calls: call(plan.first) };
  const ranked = rankSearches(question, [...plan.first, ...plan.then], searches);
  const whole = ranked[0]?.coverage === 1;
  if (!whole && plan.then.length > 0 && searches.length === plan.first.length && mayCall) return { calls: call(plan.then) };
  return { text: ranked[0] ? writeFound(question, ranked[0]) : writeNothing(lists ?? []) };
}

/** A few words at a time, as a model would; other turns get their share of the event loop in between. */
async function write(text: string, take: TakePart, signal: AbortSignal): Promise<void> {
  for (const [words] of text.matchAll(/(?:\s*\S+){1,4}\s*/g)) {
    signal.throwIfAborted();
    take({ type: 'text', text: words });
    await nextTurnOfTheLoop();
  }
}

function finish(reason: ModelFinishReason): ModelFinish {
  return { reason, model: MODEL, usage: { inputTokens: 0, outputTokens: 0 }, costUsd: null, providerRequestId: null };
}
