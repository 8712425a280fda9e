import { generateKeyPair, SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideIssuer } from './outside-issuer.js';
import { IssuerUnavailable } from './sign-in.errors.js';

describe('an outside issuer whose keys cannot be had', () => {
  const issuerAt = (jwksUrl: string) => new OutsideIssuer({ jwksUrl, issuer: 'https://id.example', audience: 'us', algorithm: 'RS256' });
  const token = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT({ iss: 'https://id.example', aud: 'us' }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
  };

  it('lets nobody in, and calls nobody a liar', async () => {
    const failing = createServer((_request, response) => response.writeHead(500).end('{}'));
    await once(failing.listen(0, '127.0.0.1'), 'listening');
    const { port } = failing.address() as AddressInfo;
    for (const url of [`http://127.0.0.1:${port}/jwks`, 'http://127.0.0.1:1/jwks'])
      await expect(issuerAt(url).verify(await token())).rejects.toThrow(IssuerUnavailable);
    await new Promise((resolve) => failing.close(resolve));
  });

  it('is not asked about tokens of somebody else', () => {
    for (const text of ['', 'x', 'a.b.c']) expect(issuerAt('http://127.0.0.1:1/jwks').claims(text)).toBe(false);
  });
});
