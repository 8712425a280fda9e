import type { Page } from '@salient/contracts';
import { ApiProblem } from './api-problem.js';
import { call, type Call, type Method, type Query } from './call.js';
import { session } from './session.js';

const BASE = '/api/admin';

/** A resource with the tag that a change of it names, so that nobody overwrites what he has not seen. */
export interface Tagged<Value> {
  readonly value: Value;
  readonly etag: string | null;
}

export interface Sending {
  readonly body?: unknown;
  /** The tag that was read: another one now gives `precondition_failed`. */
  readonly ifMatch?: string | null;
  /** Makes a repeat of the same POST the same. */
  readonly idempotencyKey?: string;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Finished by the browser even when the page goes away meanwhile. */
  readonly keepalive?: boolean;
}

/**
 * Calls admin-api as whoever is signed in; paths begin behind `/api/admin`. Everything throws {@link ApiProblem}. Types are the
 * contracts': `api.get<Page<Token>>(...)`.
 */
export const api = {
  async get<Value>(path: string, query?: Query, signal?: AbortSignal): Promise<Value> {
    return (await (await signedIn('GET', path, { query, signal })).json()) as Value;
  },

  /** A resource that is going to be changed. */
  async read<Value>(path: string, query?: Query, signal?: AbortSignal): Promise<Tagged<Value>> {
    return tagged(await signedIn('GET', path, { query, signal }));
  },

  /** Answers null for 204. */
  async send<Value = null>(method: Exclude<Method, 'GET'>, path: string, sending: Sending = {}): Promise<Tagged<Value>> {
    const { ifMatch, idempotencyKey, headers, ...rest } = sending;
    return tagged(
      await signedIn(method, path, {
        ...rest,
        headers: {
          ...headers,
          ...(ifMatch ? { 'if-match': ifMatch } : {}),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        },
      }),
    );
  },

  /** The response itself: an event stream, or a file. */
  raw: signedIn,

  /** Has the browser save a file, such as an export. */
  async download(path: string, fileName: string, query?: Query): Promise<void> {
    const response = await signedIn('GET', path, { query });
    const url = URL.createObjectURL(await response.blob());
    Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
    URL.revokeObjectURL(url);
  },

  /** Every page of a list that is known to be short. */
  async all<Item>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Item> = await api.get(path, { ...query, limit: 100, cursor }, signal);
      items.push(...page.data);
      cursor = page.has_more ? page.next_cursor : null;
    } while (cursor !== null);
    return items;
  },
};

async function signedIn(method: Method, path: string, options: Call = {}): Promise<Response> {
  const token = await session.token();
  try {
    return await call(method, `${BASE}${path}`, withToken(options, token));
  } catch (error) {
    if (!(error instanceof ApiProblem) || !['token_expired', 'token_invalid'].includes(error.code)) throw error;
    session.reject(token);
    return call(method, `${BASE}${path}`, withToken(options, await session.token()));
  }
}

function withToken(options: Call, token: string): Call {
  return { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } };
}

async function tagged<Value>(response: Response): Promise<Tagged<Value>> {
  const value = response.status === 204 || response.status === 202 ? await maybeJson(response) : await response.json();
  return { value: value as Value, etag: response.headers.get('etag') };
}

async function maybeJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}
