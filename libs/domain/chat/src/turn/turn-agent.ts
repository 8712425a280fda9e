import type { AgentBudget, AgentLimits } from '@salient/domain/agents';

/** What a turn needs of its agent. */
export interface TurnAgent {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly systemPrompt: string;
  readonly model: string | null;
  /** Models to try in turn when the one before has not answered a word. */
  readonly fallbacks: readonly string[];
  readonly maxOutputTokens?: number | null;
  readonly temperature?: number | null;
  readonly limits: AgentLimits;
  readonly budget: AgentBudget | null;
  /** What visitors are told when the budget is used up. */
  readonly closedMessage: string;
  readonly lists: string[] | null;
  /** Names of the tools that it may use. */
  readonly tools: readonly string[];
  readonly disconnectPolicy: 'continue' | 'abort';
}
