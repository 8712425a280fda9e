import createClient, { type Client, type ClientOptions, type Middleware } from 'openapi-fetch';
import type { paths as AdminPaths } from './generated/admin-api.js';
import type { paths as ChatPaths } from './generated/chat-api.js';

export type AdminClient = Client<AdminPaths>;
type Documents = 'application/json' | 'application/problem+json';
/** Answers that may be a document or a stream are typed as the document: a stream is `response.body`. */
export type ChatClient = Client<ChatPaths, Documents>;

export interface SalientClientOptions extends Omit<ClientOptions, 'headers'> {
  /** Where the service is, without a path. */
  readonly baseUrl: string;
  /** A token, or what fetches one that is good now: asked for each request. */
  readonly token?: string | (() => string | Promise<string>);
}

/**
 * A typed client of admin-api over fetch: paths, parameters, bodies and answers are those of its OpenAPI document.
 *
 *     const admin = createAdminClient({ baseUrl: 'http://127.0.0.1:8001', token });
 *     const { data, error } = await admin.GET('/api/admin/accounts/{account}/agents', { params: { path: { account: 'acme' } } });
 *
 * An error is the problem that the service answers with (`error.code`); what cannot be reached throws, as `fetch` does.
 */
export function createAdminClient(options: SalientClientOptions): AdminClient {
  return withToken(createClient<AdminPaths>(options), options.token);
}

/** The same of chat-api. Streams are read with `parseAs: 'stream'`. */
export function createChatClient(options: SalientClientOptions): ChatClient {
  return withToken(createClient<ChatPaths, Documents>(options), options.token);
}

function withToken<Paths extends object, Media extends `${string}/${string}`>(
  client: Client<Paths, Media>,
  token: SalientClientOptions['token'],
): Client<Paths, Media> {
  if (token === undefined) return client;
  const authorize: Middleware = {
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${typeof token === 'function' ? await token() : token}`);
      return request;
    },
  };
  client.use(authorize);
  return client;
}
