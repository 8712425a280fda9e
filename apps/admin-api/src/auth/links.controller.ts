import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Invitations, PasswordResets, type RequestOrigin } from '@salient/auth/admin';
import {
  AcceptedInvitation,
  AcceptInvitationRequest,
  Invitation,
  NewPasswordRequest,
  PasswordResetRequest,
} from '@salient/contracts/admin';
import { Describe, zodPipe } from '@salient/platform';
import { Open, OpenByLink, Origin } from '../access/admin-access.js';

/** What is done by a link that was mailed: its secret stands in for signing in, once. */
@Controller('auth')
export class LinksController {
  constructor(
    private readonly invitations: Invitations,
    private readonly resets: PasswordResets,
  ) {}

  @Get('invitations/:token')
  @OpenByLink()
  @Describe({ summary: 'Read an invitation', answers: { 200: Invitation }, problems: ['not_found'] })
  show(@Param('token') token: string): Promise<Invitation> {
    return this.invitations.show(token);
  }

  @Post('invitations/:token')
  @OpenByLink()
  @HttpCode(200)
  @Describe({
    summary: 'Accept an invitation',
    description: 'Somebody new chooses a password of at least 12 characters; somebody known sends the one that he has.',
    body: AcceptInvitationRequest,
    answers: { 200: AcceptedInvitation },
    problems: ['invalid_request', 'unknown_field', 'invalid_credentials', 'not_found', 'rate_limited'],
  })
  accept(
    @Param('token') token: string,
    @Body(zodPipe(AcceptInvitationRequest)) body: AcceptInvitationRequest,
    @Origin() origin: RequestOrigin,
  ): Promise<AcceptedInvitation> {
    return this.invitations.accept(token, body, origin);
  }

  @Post('password-reset')
  @Open()
  @HttpCode(202)
  @Describe({
    summary: 'Ask for a new password',
    description: 'Mails a link to the user of that address. The answer is the same when there is none.',
    body: PasswordResetRequest,
    answers: { 202: null },
    problems: ['invalid_request', 'unknown_field'],
  })
  requestReset(@Body(zodPipe(PasswordResetRequest)) { email }: PasswordResetRequest, @Origin() origin: RequestOrigin): void {
    this.resets.request(email, origin);
  }

  @Post('password-reset/:token')
  @OpenByLink()
  @HttpCode(204)
  @Describe({
    summary: 'Choose a new password',
    description: 'Signs every session of the user out.',
    body: NewPasswordRequest,
    answers: { 204: null },
    problems: ['invalid_request', 'unknown_field', 'not_found'],
  })
  reset(
    @Param('token') token: string,
    @Body(zodPipe(NewPasswordRequest)) { password }: NewPasswordRequest,
    @Origin() origin: RequestOrigin,
  ): Promise<void> {
    return this.resets.use(token, password, origin);
  }
}
