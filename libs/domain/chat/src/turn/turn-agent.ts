/** What a turn needs of its agent. */
export interface TurnAgent {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly systemPrompt: string;
  readonly model: string | null;
  readonly lists: string[] | null;
  readonly disconnectPolicy: 'continue' | 'abort';
}
