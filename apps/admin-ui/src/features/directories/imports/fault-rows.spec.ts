import * as fc from 'fast-check';
import { readRows } from './fault-rows.js';

const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;

describe('The faults of a file', () => {
  it('are read as they were written, whatever is in them', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('"', '').replace(/^\uFEFF/, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rows) => {
        expect(await readRows(new Response(rows.map(line).join('')), 100)).toEqual(rows);
      }),
    );
  });

  it('with quotes in them are read too', async () => {
    expect(await readRows(new Response(line(['2', 'name', 'x', 'say "hello"', '']) + '3,tags,y,plain,z'), 10)).toEqual([
      ['2', 'name', 'x', 'say "hello"', ''],
      ['3', 'tags', 'y', 'plain', 'z'],
    ]);
  });

  it('are no more than were asked for', async () => {
    expect(await readRows(new Response('a\nb\nc\nd\n'), 2)).toEqual([['a'], ['b']]);
  });
});
