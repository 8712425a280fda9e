import type { Page } from '@salient/contracts';
import type { PublicAgent } from '@salient/contracts/chat';
import { ChatProblem, problemOf } from './chat-problem.js';
import type { StoredMessage } from './chat-message.js';
import type { HeldSession } from './session-token.js';

export interface ChatAddress {
  /** Origin of chat-api, without a slash at its end. */
  readonly api: string;
  readonly account: string;
  readonly agent: string;
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const PAGE_SIZE = 100;

/** The calls that a visitor's browser makes. Tokens travel in the Authorization header and nowhere else. */
export class ChatApi {
  private readonly base: string;

  /** @param publishableToken null on the hosted page, which opens sessions by itself */
  constructor(
    private readonly address: ChatAddress,
    private readonly publishableToken: string | null,
  ) {
    const { api, account, agent } = address;
    this.base = `${api}/accounts/${encodeURIComponent(account)}/agents/${encodeURIComponent(agent)}`;
  }

  async agent(token: string | null = this.publishableToken): Promise<PublicAgent> {
    return json(await this.call('', { token: token ?? undefined }));
  }

  async openSession(): Promise<HeldSession> {
    const { api, account, agent } = this.address;
    if (this.publishableToken !== null)
      return json(await this.call('/sessions', { method: 'POST', token: this.publishableToken, body: {} }));
    return json(await request(`${api}/chat/${account}/${agent}/session`, { method: 'POST', body: {} }));
  }

  async renew({ session_id: id, session_token: token }: HeldSession): Promise<HeldSession> {
    return json(await this.call(`/sessions/${id}/token`, { method: 'POST', token, body: {} }));
  }

  /** The whole conversation, oldest message first. */
  async history({ session_id: id, session_token: token }: HeldSession): Promise<StoredMessage[]> {
    const messages: StoredMessage[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `?limit=${PAGE_SIZE}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: Page<StoredMessage> = await json(await this.call(`/sessions/${id}/messages${query}`, { token }));
      messages.push(...page.data);
      cursor = page.has_more ? page.next_cursor : null;
    } while (cursor !== null);
    return messages.reverse();
  }

  async erase({ session_id: id, session_token: token }: HeldSession): Promise<void> {
    await this.call(`/sessions/${id}`, { method: 'DELETE', token });
  }

  chat(session: HeldSession, message: string, clientMessageId: string, signal: AbortSignal): Promise<Response> {
    const body = { message, session_id: session.session_id, client_message_id: clientMessageId, stream: true };
    return this.call('/chat', { method: 'POST', token: session.session_token, body, signal });
  }

  regenerate(session: HeldSession, messageId: string, key: string, signal: AbortSignal): Promise<Response> {
    const headers = { 'idempotency-key': key };
    return this.call(`/messages/${messageId}/regenerate`, {
      method: 'POST',
      token: session.session_token,
      body: { stream: true },
      headers,
      signal,
    });
  }

  readTurn(session: HeldSession, turnId: string, offset: number, signal: AbortSignal): Promise<Response> {
    const headers = { 'last-event-id': `${turnId}:${offset}` };
    return this.call(`/stream?turn_id=${turnId}`, { token: session.session_token, headers, signal });
  }

  async stop(session: HeldSession, turnId: string): Promise<void> {
    await this.call(`/turns/${turnId}/stop`, { method: 'POST', token: session.session_token, body: {} });
  }

  async rate(session: HeldSession, messageId: string, rating: 'up' | 'down' | null): Promise<void> {
    await this.call(`/messages/${messageId}/feedback`, { method: 'POST', token: session.session_token, body: { rating } });
  }

  private call(path: string, call: Call): Promise<Response> {
    return request(`${this.base}${path}`, call);
  }
}

async function request(url: string, { method = 'GET', token, body, headers, signal }: Call): Promise<Response> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: 'omit',
    cache: 'no-store',
    signal: signal ?? null,
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 && headers?.['last-event-id']) throw new ChatProblem(204, 'turn_not_found', 'The turn is over.', false);
  return response;
}

async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}
