import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ControlDatabase, writeAuditEvent } from '@salient/platform';
import { AccessTokenExpired, AccessTokenInvalid, InvalidCredentials, RefreshTokenInvalid } from './admin.errors.js';
import { adminUsers, type AdminUser } from './admin-users.js';
import { AUTH_OPTIONS, type AuthOptions } from './auth.options.js';
import { passwordMatches } from './passwords.js';
import { refreshTokens } from './refresh-tokens.js';

export const ACCESS_TOKEN_SECONDS = 900;

export interface SignIn {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Signs people in, keeps them signed in, and tells who they are. */
@Injectable()
export class AuthService {
  constructor(
    private readonly control: ControlDatabase,
    private readonly jwt: JwtService,
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
  ) {}

  /** @throws InvalidCredentials */
  async login(email: string, password: string, requestId: string): Promise<SignIn> {
    const user = await adminUsers.findByEmail(this.control, email);
    if (!(await passwordMatches(password, user?.password_hash ?? null)) || !user) throw new InvalidCredentials();
    return this.control.transaction(async (sql) => {
      await adminUsers.noteLogin(sql, user.id);
      await writeAuditEvent(sql, {
        tenantId: null,
        actor: { kind: 'admin', id: user.id },
        action: 'admin.signed_in',
        target: { kind: 'admin_user', id: user.id },
        requestId,
      });
      return { accessToken: await this.sign(user.id), refreshToken: await refreshTokens.begin(sql, user.id) };
    });
  }

  /** @throws RefreshTokenInvalid; one that was used before ends its family */
  async refresh(refreshToken: string | undefined): Promise<SignIn> {
    if (!refreshToken) throw new RefreshTokenInvalid();
    // No transaction around it: the end of a stolen family must stay when this request is refused.
    const rotation = await refreshTokens.rotate(this.control, refreshToken);
    if (!('userId' in rotation)) throw new RefreshTokenInvalid();
    return { accessToken: await this.sign(rotation.userId), refreshToken: rotation.token };
  }

  async logout(refreshToken: string | undefined): Promise<void> {
    if (refreshToken) await refreshTokens.end(this.control, refreshToken);
  }

  /** @throws AccessTokenInvalid, AccessTokenExpired */
  async verify(accessToken: string): Promise<AdminUser> {
    const { algorithm, issuer, audience } = this.options;
    let subject: unknown;
    try {
      ({ sub: subject } = await this.jwt.verifyAsync<{ sub: unknown }>(accessToken, { algorithms: [algorithm], issuer, audience }));
    } catch (error) {
      throw (error as Error).name === 'TokenExpiredError' ? new AccessTokenExpired() : new AccessTokenInvalid();
    }
    const user = typeof subject === 'string' && UUID.test(subject) ? await adminUsers.find(this.control, subject) : null;
    if (!user) throw new AccessTokenInvalid();
    return user;
  }

  private sign(userId: string): Promise<string> {
    const { algorithm, issuer, audience } = this.options;
    return this.jwt.signAsync({}, { subject: userId, algorithm, issuer, audience, expiresIn: ACCESS_TOKEN_SECONDS, notBefore: 0 });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
