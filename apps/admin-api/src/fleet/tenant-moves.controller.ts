import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Actor } from '@salient/auth/admin';
import { graceSeconds, pageOf, type Page } from '@salient/contracts';
import { MoveAccountRequest, TenantMove, TenantMovesQuery } from '@salient/contracts/admin';
import { ControlDatabase, decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { accounts, TenantMover, tenantMoves, type AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, ForPlatformAdmins, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { lifecycleActor } from '../accounts/lifecycle-actor.js';
import { progressEvents } from '../http/progress-events.js';
import { sendEvents } from '../http/send-events.js';
import { moveView } from './tenant-move.view.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'forbidden'] as const;

/** Accounts on their way to other database servers, for platform admins. */
@Controller()
export class TenantMovesController {
  constructor(
    private readonly control: ControlDatabase,
    private readonly mover: TenantMover,
    private readonly repeats: Repeats,
  ) {}

  @Post('accounts/:account/move')
  @InAccount('account:operate')
  @HttpCode(202)
  @Describe({
    summary: 'Move an account to another database server',
    description:
      'It is served all the while: at the cut-over its requests wait for at most five seconds, and none fails. The move goes on in the ' +
      'background, also after a crash; what fails before the cut-over is undone. For platform admins.',
    body: MoveAccountRequest,
    answers: { 202: TenantMove },
    problems: [
      ...PROBLEMS,
      'idempotency_in_progress',
      'idempotency_mismatch',
      'invalid_request',
      'unknown_field',
      'account_not_found',
      'account_status_conflict',
      'move_conflict',
    ],
  })
  start(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Body(zodPipe(MoveAccountRequest)) body: MoveAccountRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<TenantMove> {
    const move = { server: body.server, keepSeconds: graceSeconds(body.keep) };
    return this.repeats.once(repeat, `POST move ${account.id}`, body, async () =>
      moveView(await this.mover.start(account.id, move, lifecycleActor(actor))),
    );
  }

  @Get('tenant-moves')
  @ForPlatformAdmins()
  @Describe({
    summary: 'List moves',
    query: TenantMovesQuery,
    answers: { 200: pageOf(TenantMove) },
    problems: [...PROBLEMS, 'invalid_request', 'account_not_found'],
  })
  async list(@Query(zodPipe(TenantMovesQuery)) query: TenantMovesQuery): Promise<Page<TenantMove>> {
    const account = query.account === undefined ? null : (await accounts.find(this.control, query.account)).id;
    const rows = await tenantMoves.page(this.control, query.limit + 1, decodeCursor(query, UUID_KEY), account);
    return pageOfRows(rows, query.limit, moveView, ({ id }) => id);
  }

  @Get('tenant-moves/:move')
  @ForPlatformAdmins()
  @Describe({ summary: 'Read a move', answers: { 200: TenantMove }, problems: [...PROBLEMS, 'not_found'] })
  async get(@Param('move') id: string): Promise<TenantMove> {
    return moveView(await tenantMoves.find(this.control, id));
  }

  @Get('tenant-moves/:move/events')
  @ForPlatformAdmins()
  @Describe({
    summary: 'Watch a move',
    description: 'A `progress` event, as the move is read, at first and with each change; the last one when it has ended.',
    answers: { 200: 'event-stream' },
    problems: [...PROBLEMS, 'not_found'],
  })
  async events(@Param('move') id: string, @Res() reply: FastifyReply): Promise<void> {
    const read = async () => moveView(await tenantMoves.find(this.control, id));
    await read();
    await sendEvents(reply, (closed) => progressEvents(read, closed));
  }

  @Post('tenant-moves/:move/cancel')
  @ForPlatformAdmins()
  @HttpCode(202)
  @Describe({
    summary: 'Give a move up',
    description: 'The account stays where it is, and what was copied is dropped. Not after the cut-over.',
    answers: { 202: TenantMove },
    problems: [...PROBLEMS, 'not_found', 'move_conflict', 'idempotency_in_progress'],
  })
  cancel(@CurrentActor() actor: Actor, @Param('move') id: string, @Repeat() repeat: Repeatable): Promise<TenantMove> {
    return this.repeats.once(repeat, `POST cancel ${id}`, {}, async () => moveView(await this.mover.cancel(id, lifecycleActor(actor))));
  }
}
