import { Body, Controller, Delete, HttpCode, Post, Res } from '@nestjs/common';
import { SecondFactor, type Actor, type AdminUser } from '@salient/auth/admin';
import { RecoveryCodes, TotpConfirmation, TotpEnrolment } from '@salient/contracts/admin';
import { Describe, zodPipe } from '@salient/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentAdmin } from '../access/admin-access.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired'] as const;

/** The caller's own second factor. */
@Controller('auth/totp')
export class TotpController {
  constructor(private readonly secondFactor: SecondFactor) {}

  @Post()
  @HttpCode(200)
  @Describe({
    summary: 'Begin a second factor',
    description: 'The secret is shown here alone. It counts when a first code has confirmed it.',
    answers: { 200: TotpEnrolment },
    problems: [...PROBLEMS, 'totp_conflict'],
  })
  enrol(@CurrentAdmin() { id }: AdminUser, @Res({ passthrough: true }) reply: FastifyReply): Promise<TotpEnrolment> {
    reply.header('cache-control', 'no-store');
    return this.secondFactor.enrol(id);
  }

  @Post('confirm')
  @HttpCode(200)
  @Describe({
    summary: 'Confirm the second factor',
    description: 'From now on signing in needs a code. The recovery codes are shown here alone.',
    body: TotpConfirmation,
    answers: { 200: RecoveryCodes },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'totp_conflict'],
  })
  confirm(
    @CurrentAdmin() { id }: AdminUser,
    @CurrentActor() actor: Actor,
    @Body(zodPipe(TotpConfirmation)) { totp }: TotpConfirmation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodes> {
    reply.header('cache-control', 'no-store');
    return this.secondFactor.confirm(id, totp, actor);
  }

  @Delete()
  @HttpCode(204)
  @Describe({
    summary: 'Take the second factor away',
    description: 'Its owner is told by e-mail. Nothing happens when there is none.',
    answers: { 204: null },
    problems: PROBLEMS,
  })
  remove(@CurrentAdmin() { id }: AdminUser, @CurrentActor() actor: Actor): Promise<void> {
    return this.secondFactor.remove(id, actor);
  }
}
