import { jest } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { AUDIENCE, startOpenIdProvider, type OpenIdProvider } from './testing/openid-provider.js';
import { startTestAdminWith, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const INVALID = [401, 'token_invalid'];

describe('signing in with an OpenID provider', () => {
  let provider: OpenIdProvider;
  let admin: TestAdmin;
  beforeAll(async () => {
    // It says that it is set up for development, which it is.
    for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockReturnValue(undefined);
    provider = await startOpenIdProvider();
    const environment = { JWT_JWKS_URL: provider.jwksUrl, JWT_ISSUER: provider.issuer, JWT_AUDIENCE: AUDIENCE };
    admin = await startTestAdminWith({ environment }, 'acme');
  });
  afterAll(async () => {
    await admin.close();
    await provider.close();
    jest.restoreAllMocks();
  });

  const me = (token: string) => admin.http().get('/api/admin/auth/me').set('authorization', `Bearer ${token}`);
  const claims = () => {
    const now = Math.floor(Date.now() / 1_000);
    const sub = 'editor@example.com';
    return { iss: provider.issuer, aud: AUDIENCE, sub, email: sub, email_verified: true, iat: now, exp: now + 60 };
  };

  it('lets somebody do with its access token what the roles here allow, known by the e-mail address', async () => {
    const token = await provider.signIn('editor@example.com');
    expect((await me(token)).body).toMatchObject({ email: 'editor@example.com', memberships: [{ account: 'acme', role: 'editor' }] });
    const agents = admin.http().get('/api/admin/accounts/acme/agents').set('authorization', `Bearer ${token}`);
    expect((await agents).status).toBe(200);
    const audit = admin.http().get('/api/admin/accounts/acme/audit').set('authorization', `Bearer ${token}`);
    expect(codeOf(await audit)).toEqual([403, 'forbidden']);
  });

  it('takes nobody who has no user here, nor an address that the provider has not verified', async () => {
    expect(codeOf(await me(await provider.signIn('nobody@example.com')))).toEqual(INVALID);
    expect(codeOf(await me(await provider.signIn('owner+unverified@example.com')))).toEqual(INVALID);
    expect((await me(await provider.signIn('owner@example.com'))).status).toBe(200);
  });

  it('takes a token for us alone, in its time', async () => {
    const now = Math.floor(Date.now() / 1_000);
    expect((await me(await provider.sign(claims()))).status).toBe(200);
    expect(codeOf(await me(await provider.sign({ ...claims(), aud: 'another-api' })))).toEqual(INVALID);
    expect(codeOf(await me(await provider.sign({ ...claims(), nbf: now + 3_600 })))).toEqual(INVALID);
    expect(codeOf(await me(await provider.sign({ ...claims(), exp: undefined })))).toEqual(INVALID);
    expect(codeOf(await me(await provider.sign({ ...claims(), exp: now - 60 })))).toEqual([401, 'token_expired']);
  });

  it('takes what the provider has signed, with its algorithm, and nothing that only says so', async () => {
    const { keys } = (await (await fetch(provider.jwksUrl)).json()) as { keys: [JsonWebKey] };
    const published = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const { privateKey: strange } = await generateKeyPair('RS256');
    const header = { kid: 'provider-key', typ: 'at+jwt' };
    for (const forged of [
      new UnsecuredJWT(claims()).encode(),
      await new SignJWT(claims()).setProtectedHeader({ ...header, alg: 'HS256' }).sign(Buffer.from(published)),
      await new SignJWT(claims()).setProtectedHeader({ ...header, alg: 'RS256' }).sign(strange),
      await provider.sign(claims(), { kid: 'no-such-key' }),
    ])
      expect(codeOf(await me(forged))).toEqual(INVALID);
  });

  it('leaves passwords as they are, and neither issuer’s token passes for the other’s', async () => {
    const own: string = (await admin.login('editor@example.com')).body.access_token;
    expect((await me(own)).status).toBe(200);
    const { iss } = JSON.parse(Buffer.from(own.split('.')[1]!, 'base64url').toString()) as { iss: string };
    expect(iss).not.toBe(provider.issuer);
    expect(codeOf(await me(await provider.sign({ ...claims(), iss, aud: 'salient-admin' })))).toEqual(INVALID);
  });

  it('asks for the provider’s keys once, not for each token', async () => {
    const before = provider.keysRead();
    for (let time = 0; time < 5; time++) expect((await me(await provider.sign(claims()))).status).toBe(200);
    expect(provider.keysRead()).toBe(before);
  });
});
