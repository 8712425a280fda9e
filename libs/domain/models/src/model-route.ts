import { ModelProviderError } from './model.errors.js';
import type { ModelFinish, ModelPart, ModelProvider, ModelRequest, TakePart } from './model-provider.js';
import { unitsOf } from './tokens.js';

/** Somebody who may answer, and the name of the model there; null for the provider's default. */
export interface ModelCandidate {
  readonly provider: ModelProvider;
  readonly model: string | null;
}

/** A call that brought something, whole or not. */
export interface ModelCall extends ModelCandidate {
  /** Null when the call broke off. */
  readonly finish: ModelFinish | null;
  /** UTF-16 units that went to the model. */
  readonly inputUnits: number;
  /** UTF-16 units that came back, as text and in tool calls. */
  readonly outputUnits: number;
}

/**
 * The models that may answer one turn, in order. The next one is asked only when one has failed before its first token: what
 * a reader has seen is never taken back. The one that answers goes on answering in later rounds of the turn.
 */
export class ModelRoute {
  readonly calls: ModelCall[] = [];
  private at = 0;

  /** @param candidates at least one */
  constructor(private readonly candidates: readonly ModelCandidate[]) {
    if (candidates.length === 0) throw new RangeError('A route needs somebody who answers.');
  }

  /** Who answers, as far as is known. */
  get current(): ModelCandidate {
    return this.candidates[this.at]!;
  }

  /** @throws ModelProviderError of the last candidate */
  async answer(request: Omit<ModelRequest, 'model'>, take: TakePart, signal: AbortSignal): Promise<ModelFinish> {
    for (;;) {
      const { provider, model } = this.current;
      const call = { inputUnits: unitsOf(request.messages), outputUnits: 0 };
      let begun = false;
      let finish: ModelFinish | null = null;
      try {
        const counted = (part: ModelPart) => {
          begun = true;
          call.outputUnits += unitsOfPart(part);
          take(part);
        };
        finish = await provider.answer({ ...request, model }, counted, signal);
        return finish;
      } catch (error) {
        if (begun || !(error instanceof ModelProviderError) || this.at + 1 >= this.candidates.length) throw error;
        this.at += 1;
      } finally {
        if (begun || finish) this.calls.push({ provider, model, finish, ...call });
      }
    }
  }
}

function unitsOfPart(part: ModelPart): number {
  return part.type === 'text' ? part.text.length : part.call.name.length + part.call.arguments.length;
}
