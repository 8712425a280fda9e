import type { ModelMessage } from './model-provider.js';

/** UTF-16 units that one token stands for, in text of most languages and most models: an estimate, for want of each model's own count. */
const UNITS_PER_TOKEN = 4;

/** How many tokens a text is, roughly. */
export function estimateTokens(units: number): number {
  return Math.ceil(units / UNITS_PER_TOKEN);
}

/** UTF-16 units of a prompt, the arguments of its tool calls included. */
export function unitsOf(messages: readonly ModelMessage[]): number {
  let units = 0;
  for (const message of messages) {
    units += message.content.length;
    if (message.role === 'assistant') for (const call of message.toolCalls ?? []) units += call.name.length + call.arguments.length;
  }
  return units;
}
