import { OpenAiCompatibleProvider, type CallTimeouts } from './openai-compatible/openai-compatible.provider.js';

export const OPENROUTER_BASE_URL = 'https://openrouter.ai/api/v1';
const DEFAULT_MODEL = 'openrouter/auto';

/** OpenRouter: the same wire, and the cost of each call when asked for it (https://openrouter.ai/docs/use-cases/usage-accounting). */
export function openRouterProvider(options: {
  apiKey: string;
  model?: string;
  baseUrl?: string;
  timeouts?: Partial<CallTimeouts>;
}): OpenAiCompatibleProvider {
  return new OpenAiCompatibleProvider({
    name: 'openrouter',
    baseUrl: options.baseUrl ?? OPENROUTER_BASE_URL,
    apiKey: options.apiKey,
    defaultModel: options.model ?? DEFAULT_MODEL,
    extraBody: { usage: { include: true } },
    extraHeaders: { 'x-title': 'Salient' },
    timeouts: options.timeouts,
  });
}
