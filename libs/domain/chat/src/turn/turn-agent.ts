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
  readonly lists: string[] | null;
  readonly disconnectPolicy: 'continue' | 'abort';
}
