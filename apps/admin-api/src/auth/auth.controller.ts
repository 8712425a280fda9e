import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ACCESS_TOKEN_SECONDS, AuthService, type AdminUser, type SignIn } from '@salient/auth/admin';
import { AccessToken, LoginRequest, Me } from '@salient/contracts/admin';
import { Describe, zodPipe } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAdmin, Open } from '../access/admin-access.js';
import { ADMIN_API_CONFIG, type AdminApiConfig } from '../config.js';
import { clearRefreshCookie, refreshCookieOf, setRefreshCookie } from './refresh-cookie.js';

/** Signing in and out. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    @Inject(ADMIN_API_CONFIG) private readonly config: AdminApiConfig,
  ) {}

  @Post('login')
  @Open()
  @HttpCode(200)
  @Describe({
    summary: 'Sign in',
    body: LoginRequest,
    answers: { 200: AccessToken },
    problems: ['invalid_request', 'unknown_field', 'invalid_credentials'],
  })
  async login(
    @Body(zodPipe(LoginRequest)) body: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken> {
    return this.signedIn(await this.auth.login(body.email, body.password, request.id), reply);
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
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<AccessToken> {
    return this.signedIn(await this.auth.refresh(refreshCookieOf(request)), reply);
  }

  @Post('logout')
  @Open()
  @HttpCode(204)
  @Describe({ summary: 'Sign out', answers: { 204: null } })
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.logout(refreshCookieOf(request));
    clearRefreshCookie(reply);
  }

  @Get('me')
  @Describe({ summary: 'Who is signed in', answers: { 200: Me }, problems: ['token_missing', 'token_invalid', 'token_expired'] })
  me(@CurrentAdmin() { id, email, platform_admin, memberships }: AdminUser): Me {
    return { id, email, platform_admin, memberships: [...memberships] };
  }

  private signedIn({ accessToken, refreshToken }: SignIn, reply: FastifyReply): AccessToken {
    setRefreshCookie(reply, refreshToken, this.config.secureCookies);
    reply.header('cache-control', 'no-store');
    return { access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS };
  }
}
