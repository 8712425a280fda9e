import type { PublicAgent } from '@salient/contracts/chat';
import type { Agent } from '@salient/domain/agents';

export const MESSAGE_CHARACTERS_MAX = 16_000;

/** What anyone who may chat with an agent may know of it. */
export function publicAgent({ slug, name, description, greeting, suggestions, theme }: Agent): PublicAgent {
  return { slug, name, description, greeting, suggestions, theme, limits: { message_characters_max: MESSAGE_CHARACTERS_MAX } };
}
