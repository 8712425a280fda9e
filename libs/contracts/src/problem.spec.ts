import { readFileSync } from 'node:fs';
import { problems } from './problem.js';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const documented = [...page.matchAll(/^\| `(\w+)` +\| (\d{3}) +\|/gm)].map(([, code, status]) => [code, Number(status)]);

describe('docs/errors.md', () => {
  it('lists every code that the services answer with, its status, and no other', () => {
    expect(documented).toEqual(Object.entries(problems).map(([code, { status }]) => [code, status]));
  });
});
