import * as fc from 'fast-check';
import { readHeader, withColumns } from './csv-header.js';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('The columns of a CSV file', () => {
  it.each([
    ['commas', 'Name,Languages\nAna,Spanish\n', ['Name', 'Languages']],
    ['semicolons, a byte order mark and CRLF', '\uFEFFName;"Spoken; languages"\r\nAna;es\r\n', ['Name', 'Spoken; languages']],
    ['tabs, and no rows', 'Name\tTags', ['Name', 'Tags']],
    ['a line break inside a name', '"Full\nname",Tags\nAna,x\n', ['Full\nname', 'Tags']],
  ])('are read with %s', async (_, text, columns) => {
    expect((await readHeader(new Blob([text])))?.columns).toEqual(columns);
  });

  it('are left to the API where the file is in another encoding', async () => {
    expect(await readHeader(new Blob([new Uint8Array([0xff, 0xfe, 0x4e, 0, 0x0a, 0])]))).toBeNull();
    expect(await readHeader(new Blob([new Uint8Array([0x4e, 0xe4, 0x2c, 0x0a])]))).toBeNull();
  });

  it('are given other names without touching a byte of the rows', async () => {
    const cell = fc.string({ maxLength: 10 }).filter((text) => !/["\n\r]/.test(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 5 }), fc.string({ maxLength: 50 }), async (names, rest) => {
        const file = new Blob([`${names.map(quoted).join(',')}\n`, rest]);
        const header = (await readHeader(file))!;
        const renamed = withColumns(file, header, ['name', ...names.slice(1).map(() => '')]);
        expect(await renamed.text()).toBe(
          `"name"${header.delimiter}${names
            .slice(1)
            .map(() => '""')
            .join(header.delimiter)}\n${await new Blob([rest]).text()}`,
        );
      }),
    );
  });
});
