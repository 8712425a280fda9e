import type { AccessToken, LoginRequest } from '@salient/contracts/admin';
import { ApiProblem } from './api-problem.js';
import { call } from './call.js';

/** `ended`: was signed in, and is no more. */
export type SessionStatus = 'starting' | 'signed-out' | 'ended' | 'signed-in';

const AUTH = '/api/admin/auth';
/** Remembers that there may be a refresh cookie, which scripts cannot see: without it, starting costs no request. */
const MARK = 'salient.signed-in';
/** Refreshed so long before the access token ends, in milliseconds. */
const MARGIN_MS = 20_000;

type Tidings = 'signed-in' | 'signed-out';

/**
 * Who is signed in, in this tab. The access token lives in memory alone; the refresh token in a cookie that scripts cannot
 * read. A refresh token is good once, so tabs take turns with it.
 */
class Session {
  private accessToken = '';
  private endsAt = 0;
  private current: SessionStatus = 'starting';
  private refreshing: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly tabs = new BroadcastChannel('salient.session');

  constructor() {
    this.tabs.onmessage = ({ data }: MessageEvent<Tidings>) => {
      if (data === 'signed-out' && this.current === 'signed-in') this.forget('ended');
      if (data === 'signed-in' && this.current !== 'signed-in') void this.start();
    };
  }

  readonly status = (): SessionStatus => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Signs in by the refresh cookie, if there is one. */
  async start(): Promise<void> {
    if (!localStorage.getItem(MARK)) return this.become('signed-out');
    await this.refresh().catch(() => this.become('signed-out'));
  }

  /** @throws ApiProblem `invalid_credentials`, `totp_required`, `rate_limited` */
  async signIn(credentials: LoginRequest): Promise<void> {
    await this.take(await call('POST', `${AUTH}/login`, { body: credentials }));
    this.tabs.postMessage('signed-in' satisfies Tidings);
  }

  /** Goes on with the session that the API answers with in place of this one, as after a change of the password. */
  goOn(answer: Response): Promise<void> {
    return this.take(answer);
  }

  async signOut(): Promise<void> {
    await call('POST', `${AUTH}/logout`).catch(() => undefined); // the cookie may have ended before
    this.leave();
  }

  /** After the API has ended every session of this person. */
  leave(): void {
    this.tabs.postMessage('signed-out' satisfies Tidings);
    this.forget('signed-out');
  }

  /** A token that is good for a while yet. @throws ApiProblem when there is none to be had any more */
  async token(): Promise<string> {
    if (Date.now() > this.endsAt - MARGIN_MS) await this.refresh();
    return this.accessToken;
  }

  /** The API does not take this token: the next call gets another one. */
  reject(token: string): void {
    if (token === this.accessToken) this.endsAt = 0;
  }

  private refresh(): Promise<void> {
    this.refreshing ??= inTurn(() => this.refreshNow()).finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async refreshNow(): Promise<void> {
    try {
      // Kept alive: were the answer lost with the page, the cookie would be used up and its successor unknown.
      await this.take(await call('POST', `${AUTH}/refresh`, { keepalive: true }));
    } catch (error) {
      const wasRefused = error instanceof ApiProblem && error.status === 401;
      if (wasRefused) this.forget(this.current === 'signed-in' ? 'ended' : 'signed-out');
      throw error;
    }
  }

  private async take(response: Response): Promise<void> {
    const { access_token: token, expires_in: seconds } = (await response.json()) as AccessToken;
    this.accessToken = token;
    this.endsAt = Date.now() + seconds * 1_000;
    localStorage.setItem(MARK, '1');
    this.become('signed-in');
  }

  private forget(status: SessionStatus): void {
    this.accessToken = '';
    this.endsAt = 0;
    localStorage.removeItem(MARK);
    this.become(status);
  }

  private become(status: SessionStatus): void {
    if (status === this.current) return;
    this.current = status;
    for (const listener of this.listeners) listener();
  }
}

/** One tab after the other; where the browser has no locks, at once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('salient.refresh', work) : work();
}

export const session = new Session();
