import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PriceTable, type PriceList } from './price-table.js';

const tokens = { inputTokens: 1_000, outputTokens: 500 };
const list = (...models: [match: string, input: string, output: string][]): PriceList => ({
  currency: 'USD',
  models: models.map(([match, input_per_million, output_per_million]) => ({ match, input_per_million, output_per_million })),
});

describe('PriceTable', () => {
  it('prices a model by the first entry that fits its name, with or without its maker', () => {
    const table = new PriceTable(list(['small-*', '0.15', '0.6'], ['*', '1', '2']));
    expect(Number(table.costUsd('small-2', tokens))).toBeCloseTo(0.00045, 12);
    expect(table.costUsd('maker/small-2', tokens)).toBe(table.costUsd('SMALL-2', tokens));
    expect(Number(table.costUsd('other', tokens))).toBeCloseTo(0.002, 12);
  });

  it('does not know what a model costs that nobody has priced', () => {
    expect(PriceTable.load(undefined).costUsd('a-model-of-our-own', tokens)).toBeNull();
    expect(new PriceTable(list(['a.b', '1', '1'])).costUsd('axb', tokens)).toBeNull();
  });

  it('adds exactly, where floating point would not', () => {
    const table = new PriceTable(list(['*', '0.1', '0.2']));
    expect(table.costUsd('m', { inputTokens: 1, outputTokens: 1 })).toBe('0.000000300000000');
    expect(table.costUsd('m', { inputTokens: 0, outputTokens: 0 })).toBe('0.000000000000000');
  });

  it('names the file and its fault when it cannot be used', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'prices-')), 'prices.json');
    writeFileSync(file, JSON.stringify({ currency: 'USD', models: [{ match: 'm', input_per_million: 0.1, output_per_million: '1' }] }));
    expect(() => PriceTable.load(file)).toThrow(new RegExp(`${file}.*input_per_million`, 's'));
    expect(() => PriceTable.load('/nowhere.json')).toThrow('/nowhere.json');
  });
});
