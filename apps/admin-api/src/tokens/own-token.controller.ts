import { Controller, Delete, HttpCode } from '@nestjs/common';
import { AccessTokenInvalid, TokenAdministration, type Actor, type AdminUser } from '@salient/auth/admin';
import { Describe } from '@salient/platform';
import { CurrentActor, CurrentAdmin, ForTokenItself } from '../access/admin-access.js';

/** What the holder of an API token may do about it, without anybody's leave. */
@Controller('token')
export class OwnTokenController {
  constructor(private readonly tokens: TokenAdministration) {}

  @Delete()
  @ForTokenItself()
  @HttpCode(204)
  @Describe({
    summary: 'End the token that this request is sent with',
    description: 'For whoever finds a token where it should not be. It stops on every process within a second.',
    answers: { 204: null },
    problems: ['token_missing', 'token_invalid', 'token_expired', 'token_revoked', 'forbidden'],
  })
  async revoke(@CurrentAdmin() caller: AdminUser, @CurrentActor() actor: Actor): Promise<void> {
    if (!caller.isApiToken) throw new AccessTokenInvalid();
    await this.tokens.revoke(caller.memberships[0]!.account_id, caller.id, actor);
  }
}
