import fc from 'fast-check';
import { builtInSchemas } from '../built-in-schemas.js';
import { dataValidator } from '../schema-document.js';
import { schemaChanges } from './schema-changes.js';
import { overlaid, readOverlay } from './schema-overlay.js';
import { SchemaUnusable } from './schema.errors.js';

const doctor = builtInSchemas['medical_professional']!;
const over = (overlay: object) => overlaid(doctor, readOverlay(overlay));

function refusalsOf(overlay: unknown): string[] {
  try {
    overlaid(doctor, readOverlay(overlay));
    return [];
  } catch (error) {
    if (!(error instanceof SchemaUnusable)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('an overlay', () => {
  it('adds fields, labels, words and stricter rules to a schema of the platform', () => {
    const schema = over({
      properties: {
        parking: { type: 'string', title: 'Parking' },
        specialty: { title: 'Fachgebiet', enum: ['Cardiology', 'Neurology'] },
        years_of_experience: { minimum: 1 },
        languages: { items: { maxLength: 20 }, maxItems: 5 },
      },
      required: ['parking'],
      'x-salient': {
        when_to_use: 'Fragen nach Ärzten.',
        searchable: ['parking'],
        synonyms: [['Herzarzt', 'Kardiologe']],
        tags: { vip: 'For members.' },
        csv_aliases: { parking: ['Parkplatz'] },
      },
    });
    expect(schema.properties['specialty']).toEqual({
      ...doctor.properties['specialty'],
      title: 'Fachgebiet',
      enum: ['Cardiology', 'Neurology'],
    });
    expect(schema['required']).toEqual(['specialty', 'languages', 'locations', 'parking']);
    expect(schema['x-salient'].synonyms.at(-1)).toEqual(['Herzarzt', 'Kardiologe']);
    expect(schema['x-salient']).toMatchObject({ purpose: doctor['x-salient'].purpose, when_to_use: 'Fragen nach Ärzten.' });
    const check = dataValidator(schema);
    const data = { specialty: 'Cardiology', languages: ['English'], locations: ['East'], parking: 'Pier Street' };
    expect(check(data)).toEqual([]);
    expect(check({ ...data, specialty: 'Oncology' })).toHaveLength(1);
    expect(check({ ...data, languages: ['x'.repeat(21)] })).toHaveLength(1);
    expect(check({ ...data, parking: undefined })).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ['a field of another type', { properties: { specialty: { type: 'integer' } } }, '/properties/specialty/type loosens'],
    ['a wider bound', { properties: { years_of_experience: { maximum: 200 } } }, '/properties/years_of_experience/maximum loosens'],
    [
      'a rule of items that is wider',
      { properties: { languages: { items: { maxLength: 999 } } } },
      '/properties/languages/items/maxLength loosens',
    ],
    ['values that may repeat', { properties: { languages: { uniqueItems: false } } }, '/properties/languages/uniqueItems loosens'],
    ['alternatives', { properties: { specialty: { anyOf: [] } } }, '/properties/specialty/anyOf loosens'],
    ['a required field that there is not', { required: ['colour'] }, '/required unknown_property'],
    ['a searchable field that there is not', { 'x-salient': { searchable: ['colour'] } }, '/x-salient/searchable/13 unknown_property'],
    ['a field with a hostile pattern', { properties: { own: { pattern: '^(a+)+$' } } }, '/properties/own/pattern catastrophic_pattern'],
    ['a field that refers elsewhere', { properties: { own: { $ref: 'http://x/y' } } }, '/properties/own/$ref remote_ref'],
    ['a rule for all fields', { additionalProperties: true }, '/additionalProperties unknown_keyword'],
    ['no object', [], ' invalid_hint'],
  ])('is refused for %s', (_what, overlay, refusal) => {
    expect(refusalsOf(overlay).map((one) => one.replace(/searchable\/\d+/, 'searchable/13'))).toContainEqual(refusal);
  });

  it('never lets through what the platform refuses, but for the account’s own fields', () => {
    const bounds = { minimum: fc.integer(), maximum: fc.integer(), exclusiveMinimum: fc.integer(), multipleOf: fc.integer({ min: 1 }) };
    const texts = { minLength: fc.nat(20), maxLength: fc.nat(20), enum: fc.array(fc.string({ maxLength: 3 }), { minLength: 1 }) };
    const overlays = fc.record({
      years_of_experience: fc.record(bounds, { requiredKeys: [] }),
      specialty: fc.record(texts, { requiredKeys: [] }),
    });
    const years = fc.oneof(fc.integer({ min: -5, max: 100 }), fc.string(), fc.double());
    const entries = fc.record({ years_of_experience: years, specialty: fc.oneof(fc.string(), fc.integer()) });
    fc.assert(
      fc.property(overlays, entries, (properties, given) => {
        if (refusalsOf({ properties }).length > 0) return;
        const data = { ...given, languages: ['English'], locations: ['East'] };
        if (dataValidator(over({ properties }))(data).length === 0) expect(dataValidator(doctor)(data)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the difference of two schemas', () => {
  it('names each place, down to the keywords of fields', () => {
    const after = over({ properties: { bio: { maxLength: 500 }, own: { type: 'string' } }, 'x-salient': { purpose: 'Ours.' } });
    expect(schemaChanges(doctor, after)).toEqual([
      { pointer: '/properties/bio/maxLength', kind: 'added', after: 500 },
      { pointer: '/properties/own', kind: 'added', after: { type: 'string' } },
      { pointer: '/x-salient/purpose', kind: 'changed', before: doctor['x-salient'].purpose, after: 'Ours.' },
    ]);
    expect(schemaChanges(after, doctor).map(({ kind }) => kind)).toEqual(['removed', 'removed', 'changed']);
    expect(schemaChanges(doctor, doctor)).toEqual([]);
  });
});
