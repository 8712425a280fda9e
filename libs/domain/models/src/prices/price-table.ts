import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ModelUsage } from '../model-provider.js';
import { defaultPrices } from './default-prices.js';

const Price = z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a decimal number of USD such as "0.15"');

/** The file of `MODEL_PRICES_FILE`. The first entry whose `match` fits a model's name is its price; `*` stands for anything. */
export const PriceList = z.strictObject({
  currency: z.literal('USD'),
  models: z.array(z.strictObject({ match: z.string().min(1).max(200), input_per_million: Price, output_per_million: Price })).max(10_000),
});
export type PriceList = z.infer<typeof PriceList>;

/** What a million tokens cost, in units of 10⁻⁹ USD. */
interface ModelPrice {
  readonly input: bigint;
  readonly output: bigint;
}

const PRICE_DECIMALS = 9;
const TOKENS_PER_PRICE = 1_000_000n;
const NAMES_MAX = 1_000;

/** What models cost by their list prices, for calls whose provider does not tell. */
export class PriceTable {
  private readonly rules: readonly (ModelPrice & { readonly pattern: RegExp })[];
  private readonly known = new Map<string, ModelPrice | null>();

  constructor(list: PriceList) {
    this.rules = list.models.map((entry) => ({
      pattern: patternOf(entry.match),
      input: scaled(entry.input_per_million),
      output: scaled(entry.output_per_million),
    }));
  }

  /**
   * The bundled prices, or those of a file.
   *
   * @throws Error that names the file and its fault
   */
  static load(file: string | undefined): PriceTable {
    if (file === undefined) return new PriceTable(defaultPrices);
    try {
      return new PriceTable(PriceList.parse(JSON.parse(readFileSync(file, 'utf8'))));
    } catch (error) {
      throw new Error(`The price table ${file} cannot be used: ${(error as Error).message}`, { cause: error });
    }
  }

  /** A decimal number of USD with 15 decimals; null when the model has no price. */
  costUsd(model: string, { inputTokens, outputTokens }: ModelUsage): string | null {
    const price = this.priceOf(model);
    if (!price) return null;
    const amount = BigInt(inputTokens) * price.input + BigInt(outputTokens) * price.output;
    const decimals = PRICE_DECIMALS + String(TOKENS_PER_PRICE).length - 1;
    const digits = amount.toString().padStart(decimals + 1, '0');
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  private priceOf(model: string): ModelPrice | null {
    const known = this.known.get(model);
    if (known !== undefined) return known;
    const bare = model.slice(model.lastIndexOf('/') + 1);
    const found = this.rules.find(({ pattern }) => pattern.test(model) || pattern.test(bare)) ?? null;
    if (this.known.size < NAMES_MAX) this.known.set(model, found);
    return found;
  }
}

function patternOf(match: string): RegExp {
  const literal = (text: string) => text.replace(/[^\w]/g, '\\$&');
  return new RegExp(`^${match.split('*').map(literal).join('.*')}$`, 'i');
}

function scaled(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(PRICE_DECIMALS, '0'));
}
