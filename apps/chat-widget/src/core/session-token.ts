/** What opens one conversation, and how long. */
export interface HeldSession {
  readonly session_id: string;
  readonly session_token: string;
  readonly expires_at: string;
}

/**
 * Reads which conversation a session token opens: `sal_vs_{key}.{claims}.{mac}`, the claims being an array of account id,
 * agent, session, payer and expiry in seconds. The service checks it; this only looks.
 *
 * @throws TypeError when it is no session token
 */
export function heldSessionOf(token: string): HeldSession {
  const [, claims] = /^sal_vs_[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
  if (!claims) throw new TypeError('This is not the token of a session.');
  const [, , sessionId, , expires] = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as [
    string,
    string,
    string,
    unknown,
    number,
  ];
  return { session_id: sessionId, session_token: token, expires_at: new Date(expires * 1_000).toISOString() };
}
