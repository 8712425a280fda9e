import { call, type Answer } from './http.js';
import type { Report } from './report.js';
import type { ThrowawayAccount } from './throwaway-account.js';

/** One account's token reaches nothing of the other one, whichever way it is tried, and nothing of admin-api. */
export async function checkIsolation(report: Report, own: ThrowawayAccount, other: ThrowawayAccount, adminUrl: string): Promise<void> {
  const secret = `secret of ${other.slug}`;
  const theirs = await call(`${other.agentUrl}/chat`, { token: other.token, body: { message: secret } });
  const { token } = own;
  const foreignSession = { message: 'Hello', session_id: theirs.body['session_id'] };
  const attempts: [name: string, attempt: () => Promise<Answer>, status: number][] = [
    ['its agents', () => call(other.agentUrl.replace(/\/info$/, ''), { token }), 403],
    ['its chat', () => call(`${other.agentUrl}/chat`, { token, body: { message: 'Hello' } }), 403],
    ['its streams', () => call(`${other.agentUrl}/stream?turn_id=${String(theirs.body['id'])}`, { token }), 403],
    [
      'it by a header',
      () => call(`${own.agentUrl}/chat`, { token, headers: { 'x-tenant-slug': other.slug }, body: { message: 'Hello' } }),
      403,
    ],
    ['its sessions by their ids', () => call(`${own.agentUrl}/chat`, { token, body: foreignSession }), 404],
    ['its turns by their ids', () => call(`${own.agentUrl}/stream?turn_id=${String(theirs.body['id'])}`, { token }), 404],
    ['administration', () => call(`${adminUrl}/api/admin/accounts`, { token }), 401],
  ];
  for (const [name, attempt, status] of attempts) {
    await report.check(`an account's token does not reach ${name === 'administration' ? name : `another account: ${name}`}`, async () => {
      const answer = await attempt();
      if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status} ${String(answer.body['code'] ?? '')}`);
      if (answer.text.includes(secret)) throw new Error('the answer holds what the other account has said');
    });
  }
}
