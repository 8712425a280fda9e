import { MacKeys } from '@salient/platform';
import { randomBytes, randomUUID } from 'node:crypto';
import { SessionTokens } from './session-tokens.js';

const BASE64URL = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];

describe('A visitor’s session token', () => {
  const tokens = new SessionTokens(MacKeys.parse(`k1:${randomBytes(32).toString('base64')}`));
  const session = { tenantId: randomUUID(), agentSlug: 'info', sessionId: randomUUID(), lineageId: null };
  const verifies = (token: string) => {
    try {
      return tokens.verify(token).sessionId === session.sessionId;
    } catch {
      return false;
    }
  };

  it('has one spelling: whatever else stands for its last character is refused', () => {
    const { token } = tokens.mint(session);
    const accepted = BASE64URL.map((last) => token.slice(0, -1) + last).filter(verifies);
    expect(accepted).toEqual([token]);
  });
});
