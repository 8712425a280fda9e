import { Agent } from 'undici';
import { modelUrl } from '../accounts-given.js';

export interface Completion {
  text: string;
  finishReason: string;
  requestId: string;
  model: string;
  inputTokens: number;
  outputTokens: number;
}

interface Chunk {
  id: string;
  model: string;
  choices: { delta: { content?: string }; finish_reason: string | null }[];
  usage?: { prompt_tokens: number; completion_tokens: number };
}

const endpoint = new URL(`${modelUrl}/chat/completions`);
const agent = new Agent({ connections: null });
const HEADERS = { 'content-type': 'application/json', accept: 'text/event-stream' };

/** @param onText called with each piece of the answer that is not empty */
export async function callModel(model: string, messages: object[], onText: (text: string) => void): Promise<Completion> {
  const { body, statusCode } = await agent.request({
    origin: endpoint.origin,
    path: endpoint.pathname,
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ model, messages, stream: true, stream_options: { include_usage: true } }),
  });
  if (statusCode !== 200) throw new Error(`The model answered ${statusCode}.`);
  const completion: Completion = { text: '', finishReason: '', requestId: '', model, inputTokens: 0, outputTokens: 0 };
  body.setEncoding('utf8');
  let rest = '';
  for await (const piece of body as AsyncIterable<string>) {
    rest += piece;
    for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n')) {
      const data = rest.slice(6, end);
      rest = rest.slice(end + 2);
      if (data !== '[DONE]') take(completion, JSON.parse(data) as Chunk, onText);
    }
  }
  return completion;
}

function take(completion: Completion, { id, model, choices, usage }: Chunk, onText: (text: string) => void): void {
  completion.requestId = id;
  completion.model = model;
  if (usage) {
    completion.inputTokens = usage.prompt_tokens;
    completion.outputTokens = usage.completion_tokens;
  }
  const [choice] = choices;
  if (!choice) return;
  if (choice.finish_reason) completion.finishReason = choice.finish_reason;
  if (!choice.delta.content) return;
  completion.text += choice.delta.content;
  onText(choice.delta.content);
}
