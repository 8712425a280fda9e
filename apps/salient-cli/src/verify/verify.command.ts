import { InvalidEnvironment } from '@salient/platform';
import { Command } from 'commander';
import { wholeNumber } from '../arguments.js';
import { print, withJson } from '../output.js';
import { findCredentials } from './credentials.js';
import { call, requireStatus } from './http.js';
import { checkIsolation } from './isolation.js';
import { checkLoad, type LoadFigures } from './load.js';
import { Report } from './report.js';
import { checkChat, checkServices } from './smoke.js';
import { ThrowawayAccounts } from './throwaway-account.js';

interface VerifyOptions {
  readonly chat: string;
  readonly admin: string;
  readonly json?: boolean;
  readonly loadSeconds: number;
  readonly concurrency: number;
}

export function verifyCommand(): Command {
  return withJson(new Command('verify'))
    .description(
      'check a running deployment: services, a chat, isolation of two throw-away accounts, a short load; exit 1 when a check fails',
    )
    .requiredOption('--chat <url>', 'base URL of chat-api')
    .requiredOption('--admin <url>', 'base URL of admin-api')
    .option('--load-seconds <seconds>', 'how long to load it; 0 for not at all', wholeNumber(0, 3_600), 5)
    .option('--concurrency <visitors>', 'visitors at once', wholeNumber(1, 3_600), 8)
    .action(async (options: VerifyOptions) => {
      const { report, load } = await verify(options);
      print({ passed: report.passed, checks: report.results, load }, options, () => report.lines());
      if (!report.passed) process.exitCode = 1;
    });
}

async function verify(options: VerifyOptions): Promise<{ report: Report; load: LoadFigures | null }> {
  const [chat, admin] = [baseUrl(options.chat, '--chat'), baseUrl(options.admin, '--admin')];
  const { loadSeconds: seconds, concurrency } = options;
  const credentials = findCredentials(process.env, admin);
  const report = new Report();
  await checkServices(report, { 'chat-api': chat, 'admin-api': admin });
  const signedIn: { token?: string } = {};
  await report.check('a platform admin signs in', async () => {
    const answer = await call(`${admin}/api/admin/auth/login`, { body: credentials });
    signedIn.token = String(requireStatus(answer, 200, 'Signing in').body['access_token']);
  });
  if (!signedIn.token) return { report, load: null };
  const load = await withAccounts(report, new ThrowawayAccounts(admin, chat, signedIn.token), { admin, seconds, concurrency });
  return { report, load };
}

/** Whatever happens, also Ctrl-C, the accounts that were made are removed. */
async function withAccounts(
  report: Report,
  accounts: ThrowawayAccounts,
  { admin, seconds, concurrency }: { admin: string; seconds: number; concurrency: number },
): Promise<LoadFigures | null> {
  const interrupt = () => void accounts.removeAll().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let load: LoadFigures | null = null;
  try {
    const made: Awaited<ReturnType<ThrowawayAccounts['create']>>[] = [];
    await report.check('two accounts are provisioned', async () => {
      for (let index = 0; index < 2; index++) made.push(await accounts.create());
    });
    const [own, other] = made;
    if (own && other) {
      await checkChat(report, own);
      await checkIsolation(report, own, other, admin);
      if (seconds > 0) load = await checkLoad(report, [own, other], { seconds, concurrency });
    }
  } finally {
    await report.check('the accounts are removed again', () => accounts.removeAll());
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
  return load;
}

function baseUrl(text: string, option: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidEnvironment(`${option} must be an http(s) URL, not "${text}".`);
  return text.replace(/\/+$/, '');
}
