import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';

export const AUDIENCE = 'https://salient.test/admin';
const CLIENT = { client_id: 'admin-ui', client_secret: 'an-e2e-client-secret', redirect_uris: ['https://admin.salient.test/callback'] };

export interface OpenIdProvider {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** Signs somebody in as a browser does (authorization code with PKCE, RFC 7636) and answers the access token. */
  signIn(login: string): Promise<string>;
  /** A token with the provider's own key, for what the provider itself would never issue. */
  sign(claims: JWTPayload, header?: { readonly kid?: string }): Promise<string>;
  /** How often its keys were asked for. */
  keysRead(): number;
  close(): Promise<void>;
}

/** A real OpenID provider (https://github.com/panva/node-oidc-provider) whose users' names are their e-mail addresses; `+unverified` says that one is not verified. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'provider-key', alg: 'RS256', use: 'sig' };
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(jwk));
  let reads = 0;
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/jwks') reads += 1;
    void handle(request, response);
  });
  return {
    issuer,
    jwksUrl: `${issuer}/jwks`,
    signIn: (login) => signIn(issuer, login),
    sign: (claims, { kid = 'provider-key' } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'at+jwt' }).sign(privateKey),
    keysRead: () => reads,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configuration(jwk: object): Configuration {
  const claimsOf = (id: string) => ({ email: id.replace('+unverified', ''), email_verified: !id.includes('+unverified') });
  return {
    clients: [{ ...CLIENT, grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [jwk] } as Configuration['jwks'],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { email: ['email', 'email_verified'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
    extraTokenClaims: (_context, token) => ('accountId' in token ? claimsOf(token.accountId) : undefined),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'admin', audience: AUDIENCE, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  };
}

/** Follows the provider's pages as a browser would: sign in, allow, and exchange the code. */
async function signIn(issuer: string, login: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const browser = new Browser(issuer);
  const parameters = new URLSearchParams({
    client_id: CLIENT.client_id,
    redirect_uri: CLIENT.redirect_uris[0]!,
    response_type: 'code',
    scope: 'openid email admin',
    resource: AUDIENCE,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  await browser.follow(`/auth?${parameters.toString()}`);
  await browser.follow(browser.at, { prompt: 'login', login, password: 'any' });
  await browser.follow(browser.at, { prompt: 'consent' });
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(browser.at).searchParams.get('code') ?? '',
      redirect_uri: CLIENT.redirect_uris[0]!,
      code_verifier: verifier,
      resource: AUDIENCE,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

class Browser {
  at = '';
  private readonly cookies = new Map<string, string>();

  constructor(private readonly home: string) {}

  /** Goes on until a page is there, or the way leads to another site. */
  async follow(to: string, form?: Record<string, string>): Promise<void> {
    this.at = new URL(to, this.home).href;
    for (let body = form && new URLSearchParams(form); this.at.startsWith(this.home); body = undefined) {
      const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(this.at, { method: body ? 'POST' : 'GET', body, headers: { cookie }, redirect: 'manual' });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=');
        this.cookies.set(name, value);
      }
      await answer.arrayBuffer();
      const location = answer.headers.get('location');
      if (!location) return;
      this.at = new URL(location, this.at).href;
    }
  }
}
