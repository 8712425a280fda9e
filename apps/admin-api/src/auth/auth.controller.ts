import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ACCESS_TOKEN_SECONDS,
  AuthService,
  PasswordChange,
  type Actor,
  type AdminUser,
  type RequestOrigin,
  type SignIn,
} from '@salient/auth/admin';
import { AccessToken, ChangePasswordRequest, LoginRequest, Me } from '@salient/contracts/admin';
import { Describe, zodPipe } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, CurrentAdmin, Open, Origin } from '../access/admin-access.js';
import { ADMIN_API_CONFIG, type AdminApiConfig } from '../config.js';
import { clearRefreshCookie, refreshCookieOf, setRefreshCookie } from './refresh-cookie.js';

/** Signing in and out. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly passwords: PasswordChange,
    @Inject(ADMIN_API_CONFIG) private readonly config: AdminApiConfig,
  ) {}

  @Post('login')
  @Open()
  @HttpCode(200)
  @Describe({
    summary: 'Sign in',
    description: 'Whoever has a second factor sends its code, or a recovery code, as `totp`.',
    body: LoginRequest,
    answers: { 200: AccessToken },
    problems: ['invalid_request', 'unknown_field', 'invalid_credentials', 'totp_required', 'rate_limited'],
  })
  async login(
    @Body(zodPipe(LoginRequest)) body: LoginRequest,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken> {
    return this.signedIn(await this.auth.login(body, origin), reply);
  }

  @Post('refresh')
  @Open()
  @HttpCode(200)
  @Describe({
    summary: 'Stay signed in',
    description: 'Uses the refresh cookie up and sets the next one.',
    answers: { 200: AccessToken },
    problems: ['token_invalid'],
  })
  async refresh(
    @Req() request: FastifyRequest,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken> {
    return this.signedIn(await this.auth.refresh(refreshCookieOf(request), origin), reply);
  }

  @Post('logout')
  @Open()
  @HttpCode(204)
  @Describe({ summary: 'Sign out', answers: { 204: null } })
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.logout(refreshCookieOf(request));
    clearRefreshCookie(reply);
  }

  @Post('logout-everywhere')
  @HttpCode(204)
  @Describe({
    summary: 'Sign out everywhere',
    description: 'Ends every session of the caller at once, this one included.',
    answers: { 204: null },
    problems: ['token_missing', 'token_invalid', 'token_expired'],
  })
  async logoutEverywhere(
    @CurrentAdmin() { id }: AdminUser,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.logoutEverywhere(id, actor);
    clearRefreshCookie(reply);
  }

  @Post('password')
  @HttpCode(200)
  @Describe({
    summary: 'Change your password',
    description:
      'Asks for the one that you have; a wrong one is a fault of `current_password`. Every other session ends, this one goes on with the ' +
      'token of the answer and the cookie beside it, and a mail tells you.',
    body: ChangePasswordRequest,
    answers: { 200: AccessToken },
    problems: ['token_missing', 'token_invalid', 'token_expired', 'invalid_request', 'unknown_field', 'rate_limited'],
  })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body(zodPipe(ChangePasswordRequest)) body: ChangePasswordRequest,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken> {
    return this.signedIn(await this.passwords.change(actor, body, origin), reply);
  }

  @Get('me')
  @Describe({ summary: 'Who is signed in', answers: { 200: Me }, problems: ['token_missing', 'token_invalid', 'token_expired'] })
  me(@CurrentAdmin() { id, email, name = null, platform_admin, totp_enabled = false, memberships }: AdminUser): Me {
    return { id, email, name, platform_admin, totp_enabled, memberships: [...memberships] };
  }

  private signedIn({ accessToken, refreshToken }: SignIn, reply: FastifyReply): AccessToken {
    setRefreshCookie(reply, refreshToken, this.config.secureCookies);
    reply.header('cache-control', 'no-store');
    return { access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS };
  }
}
