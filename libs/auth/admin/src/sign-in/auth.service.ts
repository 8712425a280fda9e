import { Inject, Injectable } from '@nestjs/common';
import type { LoginRequest } from '@salient/contracts/admin';
import { ControlDatabase, writeAuditEvent, type Sql } from '@salient/platform';
import { actorOf, type Actor } from '../access/actor.js';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { adminUsers, withoutSecrets, type AdminUser, type AdminUserSecrets } from '../people/admin-users.js';
import { SecondFactor } from '../totp/second-factor.service.js';
import { AccessTokens } from './access-tokens.js';
import { attempts } from './attempts.js';
import { OutsideIssuer } from './outside-issuer.js';
import { passwordMatches } from './passwords.js';
import { refreshTokens, type RefreshedSession } from './refresh-tokens.js';
import type { RequestOrigin } from './request-origin.js';
import { signInAttempts } from './sign-in-attempts.js';
import { AccessTokenInvalid, InvalidCredentials, RefreshTokenInvalid, TotpRequired } from './sign-in.errors.js';

export interface SignIn {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Signs people in, keeps them signed in, and tells who they are. */
@Injectable()
export class AuthService {
  private readonly accessTokens: AccessTokens;
  private readonly outside: OutsideIssuer | null;

  constructor(
    private readonly control: ControlDatabase,
    private readonly secondFactor: SecondFactor,
    @Inject(AUTH_OPTIONS) { jwt, outside }: AuthOptions,
  ) {
    this.accessTokens = new AccessTokens(jwt);
    this.outside = outside && new OutsideIssuer(outside);
  }

  /** @throws InvalidCredentials, TotpRequired, TooManyAttempts */
  async login(request: LoginRequest, origin: RequestOrigin): Promise<SignIn> {
    const { address, requestId } = origin;
    const tried = signInAttempts(request.email, address);
    await attempts.count(this.control, tried);
    const user = await this.identify(request);
    await attempts.forgive(this.control, tried);
    if (user.totp_enabled && request.totp === undefined) throw new TotpRequired();
    return this.control.transaction(async (sql) => {
      await adminUsers.noteLogin(sql, user.id);
      await writeAuditEvent(sql, {
        tenantId: null,
        actor: { kind: 'admin', id: user.id },
        action: 'admin.signed_in',
        target: { kind: 'admin_user', id: user.id },
        details: { address, second_factor: user.totp_enabled },
        requestId,
      });
      return this.begin(sql, user, origin);
    });
  }

  /** A session for somebody who has shown already who he is. */
  async begin(sql: Sql, { id, session_epoch: epoch }: AdminUserSecrets, origin: RequestOrigin): Promise<SignIn> {
    return this.signIn(await refreshTokens.begin(sql, { id, epoch }, origin));
  }

  /** @throws RefreshTokenInvalid; one that was used before ends its family */
  async refresh(refreshToken: string | undefined, origin: RequestOrigin): Promise<SignIn> {
    if (!refreshToken) throw new RefreshTokenInvalid();
    // No transaction around it: the end of a stolen family must stay when this request is refused.
    const rotation = await refreshTokens.rotate(this.control, refreshToken, origin);
    if ('token' in rotation) return this.signIn(rotation);
    if (rotation.endedSessionOf !== null) await this.noteReuse(rotation.endedSessionOf, origin);
    throw new RefreshTokenInvalid();
  }

  async logout(refreshToken: string | undefined): Promise<void> {
    if (refreshToken) await refreshTokens.end(this.control, refreshToken);
  }

  /** Ends every session of somebody, this one included. */
  async logoutEverywhere(userId: string, actor: Actor): Promise<void> {
    await this.control.transaction(async (sql) => {
      await adminUsers.endSessions(sql, userId);
      const target = { kind: 'admin_user', id: userId };
      await writeAuditEvent(sql, { tenantId: null, action: 'admin.signed_out_everywhere', target, ...actorOf(actor) });
    });
  }

  /** @throws AccessTokenInvalid, AccessTokenExpired, IssuerUnavailable */
  async verify(accessToken: string): Promise<AdminUser> {
    if (!this.outside?.claims(accessToken)) return this.ownUser(accessToken);
    const user = await adminUsers.findByEmail(this.control, await this.outside.verify(accessToken));
    if (!user) throw new AccessTokenInvalid();
    return withoutSecrets(user);
  }

  private async ownUser(accessToken: string): Promise<AdminUser> {
    const { userId, epoch, sessionId } = await this.accessTokens.verify(accessToken);
    const user = await adminUsers.findInSession(this.control, userId, sessionId);
    if (user?.session_epoch !== epoch) throw new AccessTokenInvalid();
    return { ...withoutSecrets(user), sessionId };
  }

  private async signIn({ token, ...subject }: RefreshedSession): Promise<SignIn> {
    return { accessToken: await this.accessTokens.sign(subject), refreshToken: token };
  }

  /** Somebody's session ended because its refresh token was used twice, here or by whoever had stolen it. */
  private noteReuse(userId: string, { address, requestId }: RequestOrigin): Promise<void> {
    return writeAuditEvent(this.control, {
      tenantId: null,
      actor: { kind: 'system', id: 'sign-in' },
      action: 'admin.session_reused',
      target: { kind: 'admin_user', id: userId },
      details: { address },
      requestId,
    });
  }

  /** A missing code is told by the caller, who knows by then that the password is right. */
  private async identify({ email, password, totp }: LoginRequest): Promise<AdminUserSecrets> {
    const user = await adminUsers.findByEmail(this.control, email);
    if (!(await passwordMatches(password, user?.password_hash ?? null)) || !user) throw new InvalidCredentials();
    if (user.totp_enabled && totp !== undefined && !(await this.secondFactor.use(user, totp))) throw new InvalidCredentials();
    return user;
  }
}
