import { jest } from '@jest/globals';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { controlMigrations, withClient } from '@salient/platform';
import { dropDatabase, testServer } from '@salient/platform/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { faultOf } from './fault.js';
import { testProgram } from './testing/test-program.js';

const controlName = `spec_cli_${randomBytes(6).toString('hex')}`;
const folder = mkdtempSync(join(tmpdir(), 'salient-cli-'));
const mark = randomBytes(4).toString('hex');
/** Roles belong to the whole server, so this spec has its own. */
const logins = {
  CHAT_API_DATABASE_USER: `chat_${mark}`,
  CHAT_API_DATABASE_PASSWORD: 'chat',
  ADMIN_API_DATABASE_USER: `admin_${mark}`,
  ADMIN_API_DATABASE_PASSWORD: 'admin',
};
const encryptionKeys = `spec:${randomBytes(32).toString('base64')}`;

/** Runs `salient …` in this process and answers the JSON that it prints. */
async function salient(...args: string[]): Promise<unknown> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await testProgram().parseAsync([...args, '--json'], { from: 'user' });
    return JSON.parse(log.mock.calls.at(-1)?.[0] as string);
  } finally {
    log.mockRestore();
  }
}

/** The same with text on standard input. */
async function salientWithInput(input: string, ...args: string[]): Promise<unknown> {
  const stdin = jest.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([input]) as unknown as typeof process.stdin);
  try {
    return await salient(...args);
  } finally {
    stdin.mockRestore();
  }
}

/** The same for a command that prints a file. */
async function salientFile(...args: string[]): Promise<string> {
  const written: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await testProgram().parseAsync(args, { from: 'user' });
    return written.join('');
  } finally {
    stdout.mockRestore();
  }
}

/** What is told on standard error while `work` runs. */
async function standardErrorOf(work: () => Promise<unknown>): Promise<string> {
  const written: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await work();
    return written.join('');
  } finally {
    stderr.mockRestore();
  }
}

const demoData = {
  account: { slug: 'spec-clinic', name: 'Spec Clinic' },
  agent: { slug: 'info', name: 'Info', system_prompt: 'Help.' },
  lists: [
    {
      slug: 'faq',
      name: 'Questions',
      description: 'What visitors ask.',
      entry_type: 'faq',
      language: 'english',
      entries: [{ external_key: 'q1', name: 'Parking', data: { question: 'Where can I park?', answer: 'Behind the house.' } }],
    },
  ],
};

describe('salient', () => {
  const environment = { ...process.env };

  beforeAll(() => {
    const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
    url.pathname = controlName;
    Object.assign(process.env, { POSTGRES_ADMIN_URL: url.href, SALIENT_ENCRYPTION_KEYS: encryptionKeys, ...logins });
    writeFileSync(join(folder, 'spec-clinic.json'), JSON.stringify(demoData));
  });

  afterAll(async () => {
    process.env = environment;
    rmSync(folder, { recursive: true });
    const names = await withClient({ ...testServer(), database: controlName }, async (client) => {
      const { rows } = await client.query<{ name: string }>('SELECT database_name AS name FROM tenant_registry');
      return rows.map(({ name }) => name);
    });
    for (const name of names) {
      await dropDatabase(name);
      await withClient(testServer(), (client) => client.query(`DROP ROLE IF EXISTS ${name}`));
    }
    await dropDatabase(controlName);
    await withClient(testServer(), async (client) => {
      for (const role of [logins.CHAT_API_DATABASE_USER, logins.ADMIN_API_DATABASE_USER])
        await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    });
  });

  it('makes the control database while another process waits for it, and changes nothing the second time', async () => {
    const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const wait = (seconds: string) => testProgram().parseAsync(['migrate', '--wait', '--timeout-seconds', seconds], { from: 'user' });
    await expect(wait('0')).rejects.toThrow(/Gave up after 0 s: the control database lacks ControlSchema/);
    const [report] = await Promise.all([salient('migrate'), wait('60')]);
    quiet.mockRestore();
    expect(report).toMatchObject({ control: { created: true, migrations: controlMigrations.map(({ name }) => name) }, tenants: [] });
    expect(await salient('migrate')).toEqual({ control: { created: false, migrations: [] }, schemas: [], tenants: [], skipped: [] });
  });

  it('gives each service a login of its own, with the rights that it needs and no others', async () => {
    const as = (user: string, password: string, database: string, statement: string) =>
      withClient({ ...testServer(), user, password, database }, (client) => client.query(statement));
    const chat = (statement: string) => as(logins.CHAT_API_DATABASE_USER, 'chat', controlName, statement);
    await expect(chat('SELECT * FROM tenant_registry')).resolves.toBeDefined();
    await expect(chat('SELECT * FROM admin_users')).rejects.toMatchObject({ code: '42501' });
    await expect(as(logins.CHAT_API_DATABASE_USER, 'chat', 'postgres', 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
    const admin = (database: string, statement: string) => as(logins.ADMIN_API_DATABASE_USER, 'admin', database, statement);
    await expect(admin(controlName, 'SELECT * FROM admin_users')).resolves.toBeDefined();
    await expect(admin(controlName, 'DELETE FROM audit_events')).rejects.toMatchObject({ code: '42501' });
    await expect(admin('postgres', 'SELECT 1')).resolves.toBeDefined(); // from where databases are dropped
  });

  it('provisions the demo once: a second run answers the same without the secrets', async () => {
    const first = (await salient('demo', '--data', folder)) as { accounts: { tokens: { token?: string }[] }[] };
    const withoutSecrets = first.accounts.map((account) => ({ ...account, tokens: account.tokens.map(({ token: _, ...rest }) => rest) }));
    expect(first.accounts[0]?.tokens.map(({ token }) => token?.slice(0, 7))).toEqual(['sal_sk_', 'sal_pk_']);
    expect(await salient('demo', '--data', folder)).toEqual({ accounts: withoutSecrets });
  });

  it('makes a demo token anew for a caller that has lost its text', async () => {
    const answer = (await salient('demo', '--data', folder, '--holding')) as { accounts: { tokens: { token?: string }[] }[] };
    expect(answer.accounts[0]?.tokens.map(({ token }) => token?.slice(0, 7))).toEqual(['sal_sk_', 'sal_pk_']);
  });

  it('writes a directory again only where its entries changed', async () => {
    const [list] = demoData.lists;
    const file = join(folder, 'lists.txt');
    const write = (name: string) => writeFileSync(file, JSON.stringify({ lists: [{ ...list, entries: [{ ...list?.entries[0], name }] }] }));
    const importFile = () => salient('directory', 'import', '--account', 'spec-clinic', '--file', file);
    write('Parking');
    expect(await importFile()).toMatchObject({ lists: [{ list: 'faq', written: 0 }] });
    write('Car park');
    expect(await importFile()).toMatchObject({ lists: [{ list: 'faq', written: 1 }] });
  });

  it('takes a list out as a file, and in again: checks it, and applies it when told to', async () => {
    const file = join(folder, 'faq.csv');
    const exported = () => salientFile('directory', 'list', 'export', 'faq', '--account', 'spec-clinic');
    const importFile = (...flags: string[]) =>
      salient('directory', 'list', 'import', 'faq', '--account', 'spec-clinic', '--file', file, ...flags);
    const before = await exported();
    writeFileSync(file, `${before}q2,Pets,,,,May I bring a dog?\nq3,,,,No.,What?\n`);
    expect(await importFile()).toMatchObject({
      status: 'ready',
      counts: { create: 0, unchanged: 1, invalid: 2 },
      faults: expect.stringContaining('3,answer,required'),
    });
    writeFileSync(file, `${before}q2,Pets,,,On a lead.,May I bring a dog?\n`);
    expect(await importFile()).toMatchObject({ status: 'ready', counts: { create: 1, unchanged: 1, invalid: 0 } });
    expect(await exported()).toBe(before);
    expect(await importFile('--apply')).toMatchObject({ status: 'applied', counts: { create: 1 } });
    expect(await exported()).toBe(readFileSync(file, 'utf8').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'));
  });

  it('takes a schema out as YAML, in as another one, and lays an overlay over it', async () => {
    const file = join(folder, 'faq.yaml');
    const exported = (type: string, ...flags: string[]) => salientFile('directory', 'schemas', 'export', type, ...flags);
    const importFile = (type: string, ...flags: string[]) => salient('directory', 'schemas', 'import', type, '--file', file, ...flags);
    const faq = await exported('faq');
    writeFileSync(file, faq);
    expect(await importFile('faq')).toMatchObject({ version: 1 });
    expect(await importFile('questions')).toMatchObject({ version: 1 });
    writeFileSync(file, faq.replace('title: Frequently asked questions', 'title: Questions'));
    expect(await importFile('questions')).toMatchObject({ version: 2 });
    expect(await exported('questions', '--schema-version', '1')).toBe(faq);
    expect(await salient('directory', 'schemas', 'list')).toMatchObject({
      schemas: expect.arrayContaining([expect.objectContaining({ entry_type: 'questions', title: 'Questions', latest_version: 2 })]),
    });
    writeFileSync(file, 'required:\n  - topic\n');
    expect(await importFile('questions', '--account', 'spec-clinic')).toMatchObject({ account: 'spec-clinic', version: 1 });
    expect(await exported('questions', '--account', 'spec-clinic')).toContain('required:\n  - topic\n');
    await expect(importFile('Not a name')).rejects.toThrow('lower-case');
    writeFileSync(file, 'title: x');
    await expect(importFile('broken')).rejects.toThrow('cannot be used');
  });

  it('refuses a publishable token that any page could use', async () => {
    await expect(salient('token', 'create', '--account', 'spec-clinic', '--kind', 'pk', '--name', 'Page')).rejects.toThrow('--origin');
  });

  it('adds an administrator, and does not touch one who exists unless told to', async () => {
    const create = (...flags: string[]) =>
      salientWithInput('a long enough password', 'user', 'create', '--email', 'ada@example.com', '--password-stdin', ...flags);
    const made = await create('--platform-admin');
    expect(made).toMatchObject({ email: 'ada@example.com', platform_admin: true });
    await expect(create('--platform-admin')).rejects.toThrow('--reset-password');
    expect(await create('--platform-admin', '--reset-password')).toEqual(made);
  });

  it('lists what there is, and shows no secret', async () => {
    const users = await salient('user', 'list');
    expect(users).toMatchObject({ users: [{ email: expect.stringContaining('@'), memberships: [] }] });
    expect(await salient('account', 'list')).toMatchObject({ accounts: [{ slug: 'spec-clinic', status: 'active' }] });
    expect(await salient('agent', 'list', '--account', 'spec-clinic')).toMatchObject({ agents: [{ slug: 'info', status: 'published' }] });
    const tokens = await salient('token', 'list', '--account', 'spec-clinic');
    expect(tokens).toMatchObject({ tokens: expect.arrayContaining([expect.objectContaining({ kind: 'pk', status: 'active' })]) });
    expect(JSON.stringify([users, tokens])).not.toMatch(/hash|secret|argon2|sal_sk_/);
  });

  it('gives roles, ends tokens, suspends and resumes, and says how much was used', async () => {
    const { users } = (await salient('user', 'list')) as { users: { email: string }[] };
    const grant = (role: string) => salient('user', 'grant', '--email', users[0]!.email, '--account', 'spec-clinic', '--role', role);
    await grant('viewer');
    expect(await grant('editor')).toMatchObject({ role: 'editor' });
    expect(await salient('user', 'list')).toMatchObject({ users: [{ memberships: [{ account: 'spec-clinic', role: 'editor' }] }] });

    const made = (await salient('token', 'create', '--account', 'spec-clinic', '--kind', 'sk', '--name', 'short-lived')) as { ref: string };
    for (let time = 0; time < 2; time++)
      expect(await salient('token', 'revoke', made.ref, '--account', 'spec-clinic')).toMatchObject({ status: 'revoked' });
    await expect(salient('token', 'revoke', 'aaaaaaaaaa', '--account', 'spec-clinic')).rejects.toThrow('has no token');

    expect(await salient('account', 'suspend', 'spec-clinic')).toMatchObject({ status: 'suspended' });
    expect(await salient('account', 'resume', 'spec-clinic')).toMatchObject({ status: 'active' });
    expect(await salient('usage', '--account', 'spec-clinic', '--by', 'model')).toMatchObject({
      total: { turns: 0, cost_amount: '0.00000000' },
    });
    await expect(salient('usage', '--account', 'spec-clinic', '--days', '0')).rejects.toThrow('from 1 to 366');
  });

  it('exports an account and restores it as another one, byte for byte, but for what is generated', async () => {
    const file = join(folder, 'clinic.gz');
    await salient('demo', '--data', folder);
    const exported = (await salient('account', 'export', 'spec-clinic', file)) as { rows: Record<string, number> };
    expect(exported.rows).toMatchObject({ agents: 1, directory_lists: 1, directory_entries: 2 });
    const restored = (await salient('account', 'restore', file, '--slug', 'copy', '--name', 'Copy')) as { rows: object };
    expect(restored.rows).toEqual(Object.fromEntries(Object.entries(exported.rows).filter(([, count]) => count > 0)));
    const again = join(folder, 'copy.gz');
    await salient('account', 'export', 'copy', again);
    const contentOf = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n').slice(1);
    expect(contentOf(again)).toEqual(contentOf(file));
    await expect(salient('account', 'restore', file, '--slug', 'copy', '--name', 'Copy')).rejects.toThrow('The slug "copy" is taken.');
    writeFileSync(file, gzipSync('{"format":1,"schema_version":"Older1"}\n'));
    await expect(salient('account', 'restore', file, '--slug', 'older', '--name', 'Older')).rejects.toThrow(/schema Older1/);
    const nowhere = join(folder, 'nowhere', 'clinic.gz');
    for (const command of [
      ['export', 'copy', nowhere],
      ['restore', nowhere, '--slug', 'older', '--name', 'Older'],
    ])
      expect(await salient('account', ...command).catch(faultOf)).toContain(`ENOENT: no such file or directory, open '${nowhere}`);
  });

  it('restores an account in place with its tokens, gives back what it had, and drops it once that is confirmed', async () => {
    const file = join(folder, 'in-place.gz');
    await salient('account', 'export', 'spec-clinic', file);
    const { ref } = (await salient('token', 'create', '--account', 'spec-clinic', '--kind', 'sk', '--name', 'kept')) as { ref: string };
    await salient('agent', 'create', '--account', 'spec-clinic', '--slug', 'second', '--name', 'Second', '--prompt', 'Help.');
    const agents = async () => {
      const exported = (await salient('account', 'export', 'spec-clinic', join(folder, 'now.gz'))) as { rows: Record<string, number> };
      return exported.rows['agents'];
    };
    expect(await agents()).toBe(2);
    expect(await salient('account', 'restore-in-place', 'spec-clinic', file, '--keep', '1h')).toMatchObject({ rows: { agents: 1 } });
    expect(await agents()).toBe(1);
    await salient('account', 'undo-restore', 'spec-clinic');
    expect(await agents()).toBe(2);
    await salient('account', 'undo-restore', 'spec-clinic');
    await salient('account', 'confirm-restore', 'spec-clinic');
    await expect(salient('account', 'undo-restore', 'spec-clinic')).rejects.toThrow('Nothing is kept');
    expect(await agents()).toBe(1);
    expect(await salient('token', 'revoke', ref, '--account', 'spec-clinic')).toMatchObject({ status: 'revoked' }); // it was there
  });

  it('tells programs how a migration goes on, line by line, and people on one line with the time that is left', async () => {
    const inControl = (statement: string) => withClient({ ...testServer(), database: controlName }, (client) => client.query(statement));
    const { rows } = await inControl(`UPDATE tenant_registry SET schema_version = NULL RETURNING slug, database_name AS name`);
    const { name } = (rows as { slug: string; name: string }[]).find(({ slug }) => slug === 'copy')!;
    await inControl(`ALTER ROLE ${name} NOLOGIN`);
    const lines = await standardErrorOf(() => salient('migrate'));
    await inControl(`ALTER ROLE ${name} LOGIN`);
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    const seconds_left = expect.any(Number) as number;
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { event: 'started', done: 0, total: 2, failed: 0, seconds_left: null },
      { event: 'migrated', done: 1, total: 2, failed: 0, seconds_left, tenant: 'spec-clinic', migrations: [] },
      {
        event: 'failed',
        done: 1,
        total: 2,
        failed: 1,
        seconds_left: 0,
        tenant: 'copy',
        migrations: [],
        error: expect.stringContaining('log in'),
      },
      { event: 'ended', done: 1, total: 2, failed: 1, seconds_left: 0 },
    ]);

    const { isTTY } = process.stderr;
    process.stderr.isTTY = true;
    const drawn = await standardErrorOf(() => salientFile('migrate'));
    process.stderr.isTTY = isTTY;
    expect(drawn).toMatch(/^\r░{30} 0\/1 accounts, 0 failed\r█{30} 1\/1 accounts, 0 failed, 0 s left\n$/);
    expect(await standardErrorOf(() => salient('migrate'))).toBe(''); // nothing to do
  });

  it('renames an account, and deletes it with a grace in which it can be had back', async () => {
    expect(await salient('account', 'rename', 'copy', '--slug', 'renamed', '--name', 'Ümläut 🏥')).toMatchObject({ name: 'Ümläut 🏥' });
    await expect(salient('account', 'rename', 'renamed', '--slug', 'spec-clinic')).rejects.toThrow('is taken');
    const before = Date.now();
    const { delete_after: end } = (await salient('account', 'delete', 'renamed', '--grace', '2h')) as { delete_after: string };
    expect(Math.round((Date.parse(end) - before) / 60_000)).toBe(120);
    expect(await salient('account', 'list')).toMatchObject({
      accounts: expect.arrayContaining([expect.objectContaining({ slug: 'renamed', status: 'deleting' })]),
    });
    expect(await salient('account', 'resume', 'renamed')).toMatchObject({ status: 'active' });
  });

  it('places no account on a server that is closed, and knows each server by one name', async () => {
    const server = new URL(process.env['POSTGRES_ADMIN_URL']!);
    const add = (name: string, ...flags: string[]) => salient('server', 'add', name, ...flags);
    process.env['SERVER_ADMIN_URL'] = server.href;
    await expect(add('again')).rejects.toThrow('is registered as "default"');
    await expect(add('default', '--reserved', '200000')).rejects.toThrow('all of them would be reserved');
    process.env['SERVER_ADMIN_URL'] = server.href.replace('postgres', 'http');
    await expect(add('other')).rejects.toThrow('Set SERVER_ADMIN_URL');
    expect(await salient('server', 'close', 'default')).toEqual({ name: 'default', accepts_tenants: false });
    const create = () => salient('account', 'create', '--slug', 'placed', '--name', 'Placed').catch(faultOf);
    expect(await create()).toContain('The account is not available: no database server accepts accounts');
    await salient('server', 'open', 'default');
    expect(await create()).toMatchObject({ slug: 'placed', status: 'active' });
  });

  it('leaves an account alone whose schema is too old or too new for this version, and says which version it takes', async () => {
    const setSchema = (version: string, oldestCode: string | null) =>
      withClient({ ...testServer(), database: controlName }, (client) =>
        client.query(`UPDATE tenant_registry SET schema_version = $1, oldest_code = $2 WHERE slug = 'spec-clinic'`, [version, oldestCode]),
      );
    const listAgents = () => salient('agent', 'list', '--account', 'spec-clinic').catch(faultOf);
    await setSchema('Newer9999999999999', null);
    expect(await listAgents()).toMatchObject({ agents: [{ slug: 'info' }] }); // it was only added to
    await setSchema('Newer9999999999999', 'Newer9999999999999');
    expect(await listAgents()).toBe(
      'The account is not available: its schema needs code that knows Newer9999999999999: deploy that version',
    );
    await setSchema(tenantMigrations[0]!.name, null);
    expect(await listAgents()).toContain('it has to be migrated');
    await setSchema(tenantMigrations.at(-1)!.name, null);
    expect(await listAgents()).toMatchObject({ agents: [{ slug: 'info' }] });
  });

  it('refuses an account that does not exist', async () => {
    await expect(salient('token', 'create', '--account', 'nobody', '--kind', 'sk', '--name', 'x')).rejects.toThrow('nobody');
  });

  it('names every variable that is missing at once', async () => {
    const { POSTGRES_ADMIN_URL, SALIENT_ENCRYPTION_KEYS } = process.env;
    Object.assign(process.env, { POSTGRES_ADMIN_URL: '', SALIENT_ENCRYPTION_KEYS: '' });
    await expect(salient('migrate')).rejects.toThrow(/SALIENT_ENCRYPTION_KEYS: is missing[^]*POSTGRES_ADMIN_URL: is missing/);
    Object.assign(process.env, { POSTGRES_ADMIN_URL, SALIENT_ENCRYPTION_KEYS });
  });
});
