import { base64url, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';
import { JwtKeys } from './jwt-keys.js';
import { AccessTokenExpired, AccessTokenInvalid } from './sign-in.errors.js';

const SECRET = 'a-signing-key-of-more-than-32-characters';
const NAMES = { issuer: 'salient', audience: 'salient-admin' };
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const nowSeconds = () => Math.floor(Date.now() / 1_000);
const claims = (): JWTPayload => ({
  sub: randomUUID(),
  epoch: 0,
  iss: NAMES.issuer,
  aud: NAMES.audience,
  iat: nowSeconds(),
  nbf: nowSeconds(),
  exp: nowSeconds() + 60,
});

describe('an access token of ours', () => {
  const keys = JwtKeys.parse(`k1:${SECRET}`, 'HS256');
  const tokens = new AccessTokens({ keys, ...NAMES });
  const key = Buffer.from(SECRET);
  const signed = (changes: JWTPayload, header: { alg: string; kid?: string } = { alg: 'HS256', kid: 'k1' }, by: Uint8Array = key) =>
    new SignJWT({ ...claims(), ...changes }).setProtectedHeader(header).sign(by);

  it('is about whom it was signed for, for a quarter of an hour', async () => {
    const subject = { userId: randomUUID(), epoch: 3 };
    const token = await tokens.sign(subject);
    expect(await tokens.verify(token)).toEqual(subject);
    const { exp, iat } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { exp: number; iat: number };
    expect(exp - iat).toBe(ACCESS_TOKEN_SECONDS);
  });

  it.each<[string, JWTPayload]>([
    ['another issuer', { iss: 'somebody' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'another' }],
    ['no audience', { aud: undefined }],
    ['a time that has not come', { nbf: nowSeconds() + 3_600 }],
    ['no beginning', { nbf: undefined }],
    ['no end', { exp: undefined }],
    ['no subject', { sub: undefined }],
    ['a subject that is no id', { sub: 'root' }],
    ['an epoch that is no number', { epoch: '0' }],
    ['a session that is no id', { sid: 'mine' }],
  ])('is refused with %s', async (_what, changes) => {
    await expect(tokens.verify(await signed(changes))).rejects.toThrow(AccessTokenInvalid);
  });

  it('is refused after its time, and told so', async () => {
    await expect(tokens.verify(await signed({ exp: nowSeconds() - 1 }))).rejects.toThrow(AccessTokenExpired);
  });

  it('is refused with any algorithm but the one that is pinned', async () => {
    const [, payload] = (await signed({})).split('.');
    const none = [
      new UnsecuredJWT(claims()).encode(),
      ...['none', 'None', 'NONE'].map((alg) => `${base64url.encode(JSON.stringify({ alg, kid: 'k1' }))}.${payload}.`),
    ];
    for (const token of [...none, await signed({}, { alg: 'HS384', kid: 'k1' }), await signed({}, { alg: 'HS512', kid: 'k1' })])
      await expect(tokens.verify(token)).rejects.toThrow(AccessTokenInvalid);
  });

  it('is refused with a key that is not ours, and with the id of one that we do not have', async () => {
    for (const token of [
      await signed({}, undefined, Buffer.from('another key of more than thirty-two characters')),
      await signed({}, { alg: 'HS256', kid: 'k2' }),
      await signed({}, { alg: 'HS256', kid: '../../dev/null' }),
      await signed({}, { alg: 'HS256', kid: '__proto__' }),
    ])
      await expect(tokens.verify(token)).rejects.toThrow(AccessTokenInvalid);
  });

  it.each(['', '.', '..', 'a.b.c', 'null', '\u0000', `${'x'.repeat(10_000)}.y.z`])('is not %j', async (text) => {
    await expect(tokens.verify(text)).rejects.toThrow(AccessTokenInvalid);
  });

  it('of a private key cannot be made with the public one as a shared secret', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const asymmetric = new AccessTokens({ keys: JwtKeys.parse(`r1:${pemOf(privateKey)}`, 'RS256'), ...NAMES });
    const published = createPublicKey(privateKey);
    for (const secret of [published.export({ type: 'spki', format: 'pem' }), published.export({ type: 'spki', format: 'der' })]) {
      const forged = await signed({}, { alg: 'HS256', kid: 'r1' }, Buffer.from(secret));
      await expect(asymmetric.verify(forged)).rejects.toThrow(AccessTokenInvalid);
    }
    await expect(asymmetric.verify(await asymmetric.sign({ userId: randomUUID(), epoch: 0 }))).resolves.toBeDefined();
  });

  it('goes on to be good while keys are rotated, until the old key is taken away', async () => {
    const before = await tokens.sign({ userId: randomUUID(), epoch: 0 });
    const both = new AccessTokens({ keys: JwtKeys.parse(`k2:another-${SECRET},k1:${SECRET}`, 'HS256'), ...NAMES });
    await expect(both.verify(before)).resolves.toBeDefined();
    const after = await both.sign({ userId: randomUUID(), epoch: 0 });
    await expect(tokens.verify(after)).rejects.toThrow(AccessTokenInvalid); // the new key signs
    const rotated = new AccessTokens({ keys: JwtKeys.parse(`k2:another-${SECRET}`, 'HS256'), ...NAMES });
    await expect(rotated.verify(after)).resolves.toBeDefined();
    await expect(rotated.verify(before)).rejects.toThrow(AccessTokenInvalid);
  });

  it('outlives that its key is given a name', async () => {
    const unnamed = new AccessTokens({ keys: JwtKeys.parse(SECRET, 'HS256'), ...NAMES });
    await expect(tokens.verify(await unnamed.sign({ userId: randomUUID(), epoch: 0 }))).resolves.toBeDefined();
  });
});

describe('the keys of access tokens', () => {
  const rsa = (bits: number) => pemOf(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey);
  const curve = (namedCurve: string) => pemOf(generateKeyPairSync('ec', { namedCurve }).privateKey);

  it('may be texts, RSA keys or keys of P-256, as PEM or that in base64', () => {
    for (const [key, algorithm] of [
      [SECRET, 'HS512'],
      [rsa(2_048), 'RS256'],
      [Buffer.from(rsa(2_048)).toString('base64'), 'RS256'],
      [curve('P-256'), 'ES256'],
      [curve('P-256').replaceAll('\n', '\\n'), 'ES256'],
    ] as const)
      expect(() => JwtKeys.parse(`k1:${key}`, algorithm)).not.toThrow();
  });

  it.each([
    ['short', 'HS256', /at least 32 characters/],
    [SECRET, 'RS256', /private keys/],
    [rsa(1_024), 'RS256', /2048 bits/],
    [curve('P-384'), 'ES256', /P-256/],
    [curve('P-256'), 'RS256', /RSA/],
    [`k1:${SECRET},k1:${SECRET}`, 'HS256', /twice/],
  ] as const)('are refused when they are too weak or of another kind, without being shown', (key, algorithm, reason) => {
    const parse = () => JwtKeys.parse(key, algorithm);
    expect(parse).toThrow(reason);
    expect(parse).not.toThrow(key);
  });
});
