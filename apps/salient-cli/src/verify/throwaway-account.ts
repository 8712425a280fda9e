import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { call, requireStatus } from './http.js';

/** An account that exists for one verification. */
export interface ThrowawayAccount {
  readonly id: string;
  readonly slug: string;
  readonly token: string;
  /** Of its agent, at chat-api. */
  readonly agentUrl: string;
}

const AGENT = 'info';
const GONE_WITHIN_MS = 60_000;
const POLL_MS = 250;

/** Makes and removes accounts through admin-api. */
export class ThrowawayAccounts {
  private readonly made: string[] = [];

  constructor(
    private readonly adminUrl: string,
    private readonly chatUrl: string,
    private readonly accessToken: string,
  ) {}

  /** With an agent that needs no language model, so that a verification costs nothing. */
  async create(): Promise<ThrowawayAccount> {
    const slug = `verify-${randomBytes(5).toString('hex')}`;
    const accounts = `${this.adminUrl}/api/admin/accounts`;
    const { body: account } = requireStatus(
      await call(accounts, { token: this.accessToken, body: { slug, name: 'Verification, may be deleted' } }),
      201,
      'Creating an account',
    );
    const id = String(account['id']);
    this.made.push(id);
    const agent = { slug: AGENT, name: 'Info', system_prompt: 'Help.', model: 'salient/directory-responder' };
    requireStatus(await call(`${accounts}/${id}/agents`, { token: this.accessToken, body: agent }), 201, 'Creating an agent');
    const { body: token } = requireStatus(
      await call(`${accounts}/${id}/tokens`, { token: this.accessToken, body: { name: 'verification', kind: 'sk' } }),
      201,
      'Creating a token',
    );
    return { id, slug, token: String(token['token']), agentUrl: `${this.chatUrl}/accounts/${slug}/agents/${AGENT}` };
  }

  /** @throws Error when one of them is still there after a minute */
  async removeAll(): Promise<void> {
    const urls = this.made.splice(0).map((id) => `${this.adminUrl}/api/admin/accounts/${id}`);
    for (const url of urls)
      requireStatus(await call(`${url}?grace=0`, { method: 'DELETE', token: this.accessToken }), 202, 'Deleting an account');
    const deadline = Date.now() + GONE_WITHIN_MS;
    for (const url of urls) {
      while ((await call(url, { token: this.accessToken })).status !== 404) {
        if (Date.now() > deadline) throw new Error(`${url} is still there.`);
        await wait(POLL_MS);
      }
    }
  }
}
