import type { Cost } from '@salient/contracts';
import type { Usage } from '@salient/contracts/chat';
import { estimateTokens, type ModelCall, type ModelRoute, type ModelUsage, type PriceTable } from '@salient/domain/models';

const DECIMALS = 8;

/**
 * What the calls of a turn cost together. Each call's cost is what its provider told, else what its tokens cost by the price
 * table, else unknown; the sum is as good as its weakest part, and never 0 for want of knowledge.
 */
export function costOf({ calls, current }: Pick<ModelRoute, 'calls' | 'current'>, prices: PriceTable): Cost {
  const paid = calls.filter((call) => call.provider.isLanguageModel);
  if (paid.length === 0) {
    const called = current.provider.isLanguageModel; // and did not answer: what it charges for that, it has not told
    return called ? { amount: null, currency: 'USD', source: 'unknown' } : { amount: '0', currency: 'USD', source: 'none' };
  }
  const costs = paid.map((call) => ({ told: call.finish?.costUsd ?? null, estimated: estimatedCost(call, prices) }));
  const amounts = costs.map(({ told, estimated }) => told ?? estimated);
  if (amounts.some((amount) => amount === null)) return { amount: null, currency: 'USD', source: 'unknown' };
  const source = costs.every(({ told }) => told !== null) ? 'provider' : 'estimated';
  return { amount: addDecimals(amounts as string[]), currency: 'USD', source };
}

/** Tokens of all calls; those that a provider did not tell, or a call that broke off, are estimated by their characters. */
export function usageOf(calls: readonly ModelCall[]): Usage | null {
  if (calls.length === 0) return null;
  const all = calls.map(tokensOf);
  const input = all.reduce((sum, usage) => sum + usage.inputTokens, 0);
  const output = all.reduce((sum, usage) => sum + usage.outputTokens, 0);
  return { input_tokens: input, output_tokens: output, total_tokens: input + output };
}

function estimatedCost(call: ModelCall, prices: PriceTable): string | null {
  const model = call.finish?.model ?? call.model;
  return (model && prices.costUsd(model, tokensOf(call))) ?? (call.model && prices.costUsd(call.model, tokensOf(call))) ?? null;
}

function tokensOf({ finish, inputUnits, outputUnits }: ModelCall): ModelUsage {
  return finish?.usage ?? { inputTokens: estimateTokens(inputUnits), outputTokens: estimateTokens(outputUnits) };
}

/** Adds decimal numbers exactly, rounding the sum half up to eight decimals, as `numeric(20, 8)` does. */
export function addDecimals(amounts: readonly string[]): string {
  const scale = Math.max(DECIMALS, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const sum = amounts.reduce((total, amount) => total + scaled(amount, scale), 0n);
  const divisor = 10n ** BigInt(scale - DECIMALS);
  const rounded = (sum + divisor / 2n) / divisor;
  const digits = rounded.toString().padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

function scaled(amount: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
