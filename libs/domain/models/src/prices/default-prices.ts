import type { PriceList } from './price-table.js';

/**
 * List prices of widely used models in USD per million tokens, as their makers published them in 2025. They make an estimate
 * where a provider does not tell what a call cost; `MODEL_PRICES_FILE` replaces them.
 */
export const defaultPrices: PriceList = {
  currency: 'USD',
  models: [
    { match: 'gpt-5-nano*', input_per_million: '0.05', output_per_million: '0.40' },
    { match: 'gpt-5-mini*', input_per_million: '0.25', output_per_million: '2.00' },
    { match: 'gpt-5', input_per_million: '1.25', output_per_million: '10.00' },
    { match: 'gpt-5-20*', input_per_million: '1.25', output_per_million: '10.00' },
    { match: 'gpt-4.1-nano*', input_per_million: '0.10', output_per_million: '0.40' },
    { match: 'gpt-4.1-mini*', input_per_million: '0.40', output_per_million: '1.60' },
    { match: 'gpt-4.1', input_per_million: '2.00', output_per_million: '8.00' },
    { match: 'gpt-4.1-20*', input_per_million: '2.00', output_per_million: '8.00' },
    { match: 'gpt-4o-mini', input_per_million: '0.15', output_per_million: '0.60' },
    { match: 'gpt-4o-mini-20*', input_per_million: '0.15', output_per_million: '0.60' },
    { match: 'gpt-4o', input_per_million: '2.50', output_per_million: '10.00' },
    { match: 'gpt-4o-20*', input_per_million: '2.50', output_per_million: '10.00' },
    { match: 'claude-3*-haiku*', input_per_million: '0.80', output_per_million: '4.00' },
    { match: 'claude-*sonnet*', input_per_million: '3.00', output_per_million: '15.00' },
    { match: 'gemini-2.5-flash', input_per_million: '0.30', output_per_million: '2.50' },
    { match: 'gemini-2.5-pro', input_per_million: '1.25', output_per_million: '10.00' },
  ],
};
