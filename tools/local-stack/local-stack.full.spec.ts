import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineOf } from '../processes/command-line.ts';
import { freePort, requireFreePort } from '../processes/ports.ts';
import type { DevJson } from './dev-json.ts';
import { workspace } from './settings.ts';
import { LaunchedStack } from './testing/launched-stack.ts';

const START_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'salient-stack-'));
const ports = { chat: 0, admin: 0, ui: 0 };
const launch = () => new LaunchedStack(folder, ports);
const devJsonFile = join(folder, 'dev.json');

async function ask(stack: DevJson, account: DevJson['accounts'][number], message: string) {
  const answer = await fetch(`${stack.chat_api}/accounts/${account.slug}/agents/${account.agents[0]}/chat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  });
  return { status: answer.status, body: (await answer.json()) as { status: string; response: string } };
}

async function connect(host: string, port: number): Promise<void> {
  const socket = createConnection({ host, port });
  await once(socket, 'connect');
  socket.destroy();
}

const postgresPort = (stack: DevJson) => Number(new URL(stack.postgres).port);

async function expectNothingLeft(stack: DevJson): Promise<void> {
  for (const { pid } of stack.processes) expect(commandLineOf(pid)).toBeUndefined();
  for (const port of [ports.chat, ports.admin, ports.ui, postgresPort(stack)]) await requireFreePort(port, '');
}

describe('npm start', () => {
  let stack: LaunchedStack;
  let first: DevJson;

  beforeAll(async () => {
    Object.assign(ports, { chat: await freePort(), admin: await freePort(), ui: await freePort() });
    stack = launch();
    first = await stack.running();
  }, START_MS);

  afterAll(async () => {
    await stack.stop();
    const postgres = join(folder, 'postgres');
    if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves a chat page for each demo agent, and the widget', async () => {
    for (const { slug } of first.accounts) {
      const page = await fetch(`${first.chat_api}/chat/${slug}/info`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<script type="module" src="/chat-assets/')]);
    }
    expect((await fetch(`${first.chat_api}/widget.js`)).status).toBe(200);
  });

  it('gives two accounts that answer questions', async () => {
    expect(first.accounts.map(({ slug }) => slug)).toEqual(['harbor-clinic', 'meridian-books']);
    for (const account of first.accounts) {
      expect(await ask(first, account, 'When are you open?')).toMatchObject({ status: 200, body: { status: 'completed' } });
    }
  });

  it('serves the admin interface, which speaks with the API on its own origin', async () => {
    expect(await (await fetch(first.admin_ui)).text()).toContain('<div id="root">');
    const answer = await fetch(`${first.admin_ui}/api/admin/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(first.admin),
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('salient_refresh=')]);
  });

  it('gives an administrator who can log in', async () => {
    const answer = await fetch(`${first.admin_api}/api/admin/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(first.admin),
    });
    expect(answer.status).toBe(200);
  });

  it('keeps what it writes for its owner alone', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') || name.endsWith('.lock'));
    expect(files.sort()).toEqual(['dev.json', 'secrets.json', 'stack.lock']);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  it('listens on this machine only', async () => {
    const outside = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const { address } of outside.filter(({ family, internal }) => family === 'IPv4' && !internal)) {
      for (const port of [ports.chat, ports.admin, ports.ui, postgresPort(first)])
        await expect(connect(address, port)).rejects.toThrow('ECONNREFUSED');
    }
  });

  describe('verified with npm run deploy:verify', () => {
    const verify = (chat: string) =>
      new Promise<{ code: number | null; report: { passed: boolean; checks: { name: string; passed: boolean }[] } }>((resolve) => {
        const args = ['run', '-s', 'deploy:verify', '--', '--chat', chat, '--admin', first.admin_api, '--load-seconds', '1', '--json'];
        const child = execFile(
          'npm',
          args,
          { cwd: workspace, env: { ...process.env, SALIENT_DATA_DIR: folder, NODE_OPTIONS: '' } },
          (_error, stdout) => resolve({ code: child.exitCode, report: JSON.parse(stdout) as never }),
        );
      });
    const accountsLeft = async () => {
      const signedIn = await fetch(`${first.admin_api}/api/admin/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(first.admin),
      });
      const { access_token: token } = (await signedIn.json()) as { access_token: string };
      const list = await fetch(`${first.admin_api}/api/admin/accounts`, { headers: { authorization: `Bearer ${token}` } });
      return ((await list.json()) as { data: { slug: string }[] }).data.map(({ slug }) => slug).sort();
    };

    it('passes every check and leaves nothing behind', async () => {
      const { code, report } = await verify(first.chat_api);
      expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
      expect([code, report.passed]).toEqual([0, true]);
      expect(await accountsLeft()).toEqual(['harbor-clinic', 'meridian-books']);
    });

    it('fails, says what, and leaves nothing behind when the service only looks alive', async () => {
      const impostor = createHttpServer((_request, response) => response.writeHead(200).end('{"status":"healthy"}')).listen(0, '127.0.0.1');
      await once(impostor, 'listening');
      const { code, report } = await verify(`http://127.0.0.1:${(impostor.address() as AddressInfo).port}`);
      impostor.close();
      expect([code, report.passed]).toEqual([1, false]);
      const failed = report.checks.filter(({ passed }) => !passed).map(({ name }) => name);
      expect(failed).toEqual(
        expect.arrayContaining([expect.stringContaining('stream is whole'), expect.stringContaining('another account')]),
      );
      expect(await accountsLeft()).toEqual(['harbor-clinic', 'meridian-books']);
    });
  });

  it('refuses to run twice on one folder, in one line', async () => {
    const { code, stderr } = await launch().ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^Salient already runs on .*\n$/) as string });
    expect((await ask(first, first.accounts[0]!, 'Are you still there?')).status).toBe(200);
  });

  it('stops everything on Ctrl-C, the log being JSON lines and lines for people', async () => {
    const { code, stdout, stderr } = await stack.stop();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const json = stdout.split('\n').filter((line) => line.startsWith('{'));
    expect(json.length).toBeGreaterThan(0);
    for (const line of json) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(existsSync(devJsonFile)).toBe(false);
    await expectNothingLeft(first);
  });

  it('says in one line that a port is taken', async () => {
    const squatter = createServer().listen(ports.admin, '127.0.0.1');
    await once(squatter, 'listening');
    const { code, stderr } = await launch().ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`^Port ${ports.admin} is taken\\..*\\n$`)) as string,
    });
    squatter.close();
    await once(squatter, 'close');
  });

  it(
    'starts again with the same passwords, keys and tokens',
    async () => {
      stack = launch();
      const second = await stack.running();
      expect({ ...second, processes: [] }).toEqual({ ...first, processes: [] });
      expect((await ask(second, second.accounts[1]!, 'Do you sell novels?')).status).toBe(200);
    },
    START_MS,
  );

  it(
    'recovers from a launcher that was killed: the next start ends what it left and runs',
    async () => {
      const { processes } = await stack.running();
      await stack.kill();
      expect(processes.every(({ pid }) => commandLineOf(pid) !== undefined)).toBe(true);
      stack = launch();
      const recovered = await stack.running();
      expect(processes.map(({ pid }) => commandLineOf(pid))).toEqual(processes.map(() => undefined));
      expect((await ask(recovered, recovered.accounts[0]!, 'Who is a cardiologist?')).status).toBe(200);
    },
    START_MS,
  );

  it(
    'stops everything and fails when one of its apps dies',
    async () => {
      const running = await stack.running();
      process.kill(running.processes.find(({ app }) => app === 'admin-api')!.pid, 'SIGKILL');
      const { code, stderr } = await stack.ended;
      expect(code).toBe(1);
      expect(stderr).toContain('admin-api was ended by SIGKILL');
      await expectNothingLeft(running);
    },
    START_MS,
  );
});
