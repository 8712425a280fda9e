import { readFileSync } from 'node:fs';
import { builtInSchemas, faultsOfData } from '@salient/domain/directory';
import type { DemoAccount } from './demo-account.ts';
import { harborClinic } from './harbor-clinic.ts';
import { meridianBooks } from './meridian-books.ts';

describe.each<[string, () => DemoAccount]>([
  ['harbor-clinic', harborClinic],
  ['meridian-books', meridianBooks],
])('the demonstration data of %s', (slug, make) => {
  const account = make();

  it('is what the generator makes, byte for byte', () => {
    const file = readFileSync(new URL(`data/${slug}.json`, import.meta.url), 'utf8');
    expect(`${JSON.stringify(account, null, 1)}\n`).toBe(file);
  });

  it('fits its schemas, every entry of it', () => {
    const faults = account.lists.flatMap((list) =>
      list.entries.flatMap((entry) =>
        faultsOfData(builtInSchemas[list.entry_type]!, entry.data).map((fault) => `${list.slug}/${entry.external_key}: ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('has no two entries of one key in a list', () => {
    for (const list of account.lists) expect(new Set(list.entries.map((entry) => entry.external_key)).size).toBe(list.entries.length);
  });
});

describe('the demonstration', () => {
  const entries = (account: DemoAccount, slug: string) => account.lists.find((list) => list.slug === slug)!.entries;

  it('has a clinic worth asking', () => {
    const doctors = entries(harborClinic(), 'doctors');
    expect(doctors.length).toBeGreaterThanOrEqual(150);
    expect(new Set(doctors.map((doctor) => doctor.data['specialty'])).size).toBeGreaterThanOrEqual(15);
    const cardiologists = doctors.filter((doctor) => doctor.data['specialty'] === 'Cardiology');
    const spanish = cardiologists.filter((doctor) => (doctor.data['languages'] as string[]).includes('Spanish'));
    expect(spanish.length).toBeGreaterThanOrEqual(4);
    expect(spanish.length).toBeLessThan(cardiologists.length);
  });

  it('has a bookshop worth asking', () => {
    expect(entries(meridianBooks(), 'books').length).toBeGreaterThanOrEqual(300);
    expect(entries(meridianBooks(), 'events').length).toBeGreaterThanOrEqual(24);
    expect(entries(meridianBooks(), 'faq').length).toBeGreaterThanOrEqual(25);
  });
});
