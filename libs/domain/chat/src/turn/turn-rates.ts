import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { RateLimited, RateLimiter, rateHeaders, type RateRule, type RateState } from '@salient/domain/limits';
import { TenantDb } from '@salient/tenancy';
import type { TurnAgent } from './turn-agent.js';
import type { TurnCaller } from './turn-caller.js';

/** Turns a minute that one address may begin with publishable tokens. */
const ADDRESS_TURNS_PER_MINUTE = 60;
/** Turns a minute that a visitor may begin in a conversation. */
export const VISITOR_TURNS_PER_MINUTE = 20;

/** The turns of a conversation within the last minute. */
export interface RecentTurns {
  readonly count: number;
  /** When the first of them leaves the minute; 0 when there are none. */
  readonly freesInSeconds: number;
}

/** What was taken for one turn; to be given back when it turns out to be a repeat. */
export interface TakenRates {
  readonly rules: readonly RateRule[];
  readonly states: readonly RateState[];
}

/** Takes each turn from the rates of its caller and its agent, and tells the caller what is left. */
@Injectable()
export class TurnRates {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly db: TenantDb,
  ) {}

  /**
   * Before anything is read: who is over his limit costs the account's database nothing.
   *
   * @throws RateLimited
   */
  async takeCaller({ kind, lineageId, limits, address }: TurnCaller): Promise<TakenRates> {
    const rules: RateRule[] = [];
    if (lineageId !== null && limits?.turns_per_minute !== undefined)
      rules.push({ name: 'token', key: `token:${lineageId}`, turnsPerMinute: limits.turns_per_minute });
    if (kind === 'pk') rules.push(this.addressRule(address));
    return rules.length === 0 ? NOTHING : { rules, states: await this.limiter.take(rules) };
  }

  /**
   * For a conversation that needs no token: one address opens no more of them than it could begin with a publishable token.
   *
   * @throws RateLimited
   */
  async takeAddress(address: string): Promise<void> {
    await this.limiter.take([this.addressRule(address)]);
  }

  /**
   * @param recent the visitor's last minute; null when the caller is none
   * @throws RateLimited
   */
  async takeAgent(before: TakenRates, caller: TurnCaller, agent: TurnAgent, recent: RecentTurns | null): Promise<TakenRates> {
    const states = recent ? [...before.states, visitorState(recent)] : before.states;
    const perMinute = agent.limits.turns_per_minute;
    if (perMinute === undefined) return told({ rules: before.rules, states }, caller);
    const rule: RateRule = { name: 'agent', key: `agent:${this.db.tenant.id}:${agent.id}`, turnsPerMinute: perMinute };
    try {
      const [state] = await this.limiter.take([rule]);
      return told({ rules: [...before.rules, rule], states: [...states, state!] }, caller);
    } catch (error) {
      this.giveBack(before);
      throw error;
    }
  }

  giveBack({ rules }: TakenRates): void {
    this.limiter.giveBack(rules);
  }

  private addressRule(address: string): RateRule {
    return { name: 'address', key: `address:${this.db.tenant.id}:${networkOf(address)}`, turnsPerMinute: ADDRESS_TURNS_PER_MINUTE };
  }
}

const NOTHING: TakenRates = { rules: [], states: [] };

function told(taken: TakenRates, caller: TurnCaller): TakenRates {
  if (taken.states.length > 0) caller.tell(rateHeaders(taken.states));
  return taken;
}

/** A conversation's own rows tell exactly what its visitor began, on any process. */
function visitorState({ count, freesInSeconds }: RecentTurns): RateState {
  const limit = VISITOR_TURNS_PER_MINUTE;
  const state = { name: 'visitor', limit, remaining: Math.max(0, limit - count - 1), resetSeconds: Math.max(1, freesInSeconds) };
  if (count >= limit) throw new RateLimited([state]);
  return state;
}

/** An IPv6 caller usually has a whole /64 to choose addresses from: it counts as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('%', 1)[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = !tail ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
