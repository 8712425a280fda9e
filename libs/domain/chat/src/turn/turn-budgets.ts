import { Injectable } from '@nestjs/common';
import { BudgetExceeded, holdsOf, Spending, type Hold, type HoldSubject } from '@salient/domain/limits';
import { DIRECTORY_RESPONDER_MODEL, estimateTokens, ModelProviders } from '@salient/domain/models';
import { TenantDb } from '@salient/tenancy';
import type { TurnCaller } from './turn-caller.js';
import type { TurnInput } from './turn-runner.js';
import type { CreatedTurn } from './turn-store.js';
import type { TurnEnd } from './turn.js';

/** From this part of a budget on, the agent's cheaper model answers. */
const CHEAPER_FROM = 0.9;
/** What a turn is taken to cost, in USD, when nobody knows the model's price. */
export const UNPRICED_TURN_USD = '0.01';
const LEAST_USD = '0.00000001';
/** Tokens of the tools and what they bring, and of an answer, when the agent does not say. */
const TOOL_TOKENS = 1_500;
const ANSWER_TOKENS = 1_000;
/** A model that calls tools reads its prompt again. */
const ROUNDS = 2;

/** A turn that was created, and what becomes of it. */
export interface BudgetedTurn {
  readonly createdAt: Date;
  readonly input: TurnInput;
  /** What the turn holds, and its end has to give back. */
  readonly holds: readonly Hold[];
}

/**
 * Reserves what a turn may cost before it begins, and steps down as money goes: a warning, the agent's cheaper model, the
 * directories alone, and at last the agent's closed message. Servers are told instead that the budget is used up.
 */
@Injectable()
export class TurnBudgets {
  constructor(
    private readonly spending: Spending,
    private readonly providers: ModelProviders,
    private readonly db: TenantDb,
  ) {}

  /** Whether the account or the caller limits what a turn holds, whatever its agent does. */
  limits({ limits, budget }: TurnCaller): boolean {
    return Boolean(this.db.tenant.budget ?? budget) || limits?.concurrent_turns !== undefined;
  }

  /**
   * @param create writes the turn with the holds that it is given; null when it is a repeat
   * @throws BudgetExceeded for a server's token, TooManyTurns
   */
  async create(
    caller: TurnCaller,
    input: TurnInput,
    create: (holds: readonly Hold[]) => Promise<CreatedTurn | null>,
  ): Promise<BudgetedTurn | null> {
    const { agent } = input;
    const holds = this.holdsFor(caller, input);
    if (holds.length === 0) return budgeted(await create(holds), input, holds);
    try {
      const created = await this.spending.holding(() => create(holds));
      const cheaper = created && created.goneShare >= CHEAPER_FROM ? agent.budget?.cheaper_model : undefined;
      return budgeted(created, cheaper === undefined ? input : answeredBy(input, cheaper), holds);
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      const free = this.freeAnswer(caller, input);
      if (!free) throw error;
      const places = holds.filter((hold) => hold.kind === 'running');
      return budgeted(await this.spending.holding(() => create(places)), free, places);
    }
  }

  /** An answer that costs nothing, if there is one for this caller. */
  private freeAnswer({ kind }: TurnCaller, input: TurnInput): TurnInput | null {
    if (input.agent.budget?.directory_only) return answeredBy(input, DIRECTORY_RESPONDER_MODEL);
    return kind === 'sk' ? null : { ...input, closedMessage: input.agent.closedMessage };
  }

  private holdsFor({ lineageId, limits, budget }: TurnCaller, input: TurnInput): Hold[] {
    const { agent } = input;
    const { id, budget: accountBudget = null } = this.db.tenant;
    const asksNobody = !this.providers.forAgent(agent).current.provider.isLanguageModel;
    const subjects: HoldSubject[] = [
      { scope: 'account', id, budget: accountBudget },
      { scope: 'agent', id: agent.id, budget: agent.budget, concurrentTurns: agent.limits.concurrent_turns },
      ...(lineageId === null ? [] : [{ scope: 'token' as const, id: lineageId, budget, concurrentTurns: limits?.concurrent_turns }]),
    ];
    const limiting = subjects.filter((subject) => subject.budget || subject.concurrentTurns !== undefined);
    if (limiting.length === 0) return [];
    return holdsOf(asksNobody ? limiting.map((subject) => ({ ...subject, budget: null })) : limiting, this.estimate(input));
  }

  private estimate({ agent, conversation: { given, history, summary }, message }: TurnInput): string {
    const said = given
      ? JSON.stringify(given).length
      : history.reduce((sum, { user, assistant }) => sum + user.length + assistant.length, summary?.length ?? 0);
    const prompt = estimateTokens(agent.systemPrompt.length + said + message.length) + TOOL_TOKENS;
    const usage = { inputTokens: ROUNDS * prompt, outputTokens: agent.maxOutputTokens ?? ANSWER_TOKENS };
    const amount = this.providers.estimateUsd(agent, usage) ?? UNPRICED_TURN_USD;
    return Number(amount) < Number(LEAST_USD) ? LEAST_USD : amount;
  }
}

/** What a turn's budgets are charged: null stands for what it had reserved. */
export function chargeOf({ cost }: Pick<TurnEnd, 'cost'>, calls: number): string | null {
  if (cost?.amount != null) return cost.amount;
  return calls === 0 ? '0' : null; // nothing came back: nothing was used, as far as anybody can tell
}

function answeredBy(input: TurnInput, model: string): TurnInput {
  return { ...input, agent: { ...input.agent, model, fallbacks: [] } };
}

function budgeted(created: CreatedTurn | null, input: TurnInput, holds: readonly Hold[]): BudgetedTurn | null {
  return created && { createdAt: created.createdAt, input, holds };
}
