import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { Members, memberTag, memberView, type Actor, type AdminUser } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { InviteRequest, Member, UpdateMemberRequest } from '@salient/contracts/admin';
import { decodeCursor, Describe, idempotencyKeyOf, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, CurrentAdmin, InAccount } from '../access/admin-access.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'forbidden', 'account_not_found'] as const;
const CHANGE_PROBLEMS = [...PROBLEMS, 'not_found', 'last_owner', 'precondition_failed'] as const;

/** Who administers an account, and who is invited to. */
@Controller('accounts/:account/members')
export class MembersController {
  constructor(private readonly members: Members) {}

  @Post()
  @InAccount('members:write')
  @Describe({
    summary: 'Invite somebody',
    description: 'Mails a link that is good for seven days. Asking again sends a new link in place of the old one.',
    body: InviteRequest,
    answers: { 201: Member },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'member_exists', 'mail_unavailable', 'idempotency_mismatch'],
  })
  async invite(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Body(zodPipe(InviteRequest)) body: InviteRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Member> {
    const idempotency = idempotencyKeyOf(key, `POST members ${account.id}`, body);
    const { body: member, replayed } = await this.members.invite(account, body, admin, actor, idempotency);
    if (replayed) reply.header('idempotency-replayed', 'true');
    return member;
  }

  @Get()
  @InAccount('members:read')
  @Describe({
    summary: 'List members and open invitations',
    query: PageQuery,
    answers: { 200: pageOf(Member) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  async list(@CurrentAccount() account: AccountRow, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<Member>> {
    const rows = await this.members.page(account.id, query.limit + 1, decodeCursor(query, UUID_KEY));
    return pageOfRows(rows, query.limit, memberView, (member) => member.id);
  }

  @Get(':member')
  @InAccount('members:read')
  @Describe({ summary: 'Read a member', answers: { 200: Member }, problems: [...PROBLEMS, 'not_found'] })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('member') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Member> {
    const member = await this.members.get(account.id, id);
    reply.header('etag', memberTag(member));
    return memberView(member);
  }

  @Patch(':member')
  @InAccount('members:write')
  @Describe({
    summary: 'Give another role',
    description: 'Nobody gives, or takes, a role above their own.',
    body: UpdateMemberRequest,
    answers: { 200: Member },
    problems: [...CHANGE_PROBLEMS, 'invalid_request', 'unknown_field'],
  })
  async update(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('member') id: string,
    @Body(zodPipe(UpdateMemberRequest)) { role }: UpdateMemberRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Member> {
    const member = await this.members.setRole(account.id, id, role, admin, ifMatch, actor);
    reply.header('etag', memberTag(member));
    return memberView(member);
  }

  @Delete(':member')
  @InAccount('members:write')
  @HttpCode(204)
  @Describe({
    summary: 'Remove a member, or take an invitation back',
    description: 'It holds from the next request on.',
    answers: { 204: null },
    problems: CHANGE_PROBLEMS,
  })
  async remove(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('member') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.members.remove(account.id, id, admin, ifMatch, actor);
  }
}
