import { problemOf, unreachable } from './api-problem.js';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Values that are left out, null or empty do not become part of the query. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Call {
  readonly query?: Query;
  /** Sent as JSON, unless it is a file or a form. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Finished by the browser even when the page goes away meanwhile. */
  readonly keepalive?: boolean;
}

/** @throws ApiProblem on any answer that is not a good one, and when none comes */
export async function call(method: Method, url: string, { query, body, headers, signal, keepalive }: Call = {}): Promise<Response> {
  const isRaw = body instanceof Blob || body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(`${url}${queryString(query)}`, {
      method,
      headers: { ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
      cache: 'no-store',
      signal: signal ?? null,
      keepalive: keepalive ?? false,
    });
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
