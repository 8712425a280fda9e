import { testProgram } from './testing/test-program.js';

describe('The words of a command', () => {
  it.each([
    ['account create --slug Ünïcode --name x', '--slug'],
    ['account create --slug two--hyphens- --name x', '--slug'],
    [`account create --slug long --name ${'x'.repeat(201)}`, '--name'],
    ['account rename acme --slug UPPER', '--slug'],
    ['account move acme --to second --keep 7w', '--keep'],
    ['account delete acme --grace -1d', '--grace'],
    ['migrate --canaries some', '--canaries'],
    ['migrate --concurrency 0', '--concurrency'],
    ['pool fill --size 9999', '--size'],
    ['server add Upper', 'name'],
    ['server add second --reserved few', '--reserved'],
    ['usage --account acme --days 1e9', '--days'],
    ['verify --chat x --admin y --concurrency 0.5', '--concurrency'],
  ])('are looked at before anything is done, and the one that is at fault is named: %s', async (words, culprit) => {
    const refused = testProgram().parseAsync(words.split(' '), { from: 'user' });
    await expect(refused).rejects.toMatchObject({ code: 'commander.invalidArgument', message: expect.stringContaining(culprit) });
  });

  it('need not be Latin where people read them', async () => {
    const refused = testProgram().parseAsync(['account', 'create', '--slug', 'x!', '--name', '北京 🏥'], { from: 'user' });
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining("option '--slug <slug>'") });
  });
});
