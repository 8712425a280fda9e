import type { Cost } from '@salient/contracts';
import type { ModelFinish } from '@salient/domain/models';

const DECIMALS = 8;

/** What the calls of a turn cost together: known only when the provider told the cost of each one. */
export function costOf(calls: readonly ModelFinish[], isLanguageModel: boolean): Cost {
  if (!isLanguageModel) return { amount: '0', currency: 'USD', source: 'none' };
  const amounts = calls.map((call) => call.costUsd);
  if (amounts.length === 0 || amounts.some((amount) => amount === null)) return { amount: null, currency: 'USD', source: 'unknown' };
  return { amount: addDecimals(amounts as string[]), currency: 'USD', source: 'provider' };
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
