import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { pageOf, type Page } from '@salient/contracts';
import { ResolvedQuestion, ResolveQuestionRequest, UnansweredQuery, UnansweredQuestion } from '@salient/contracts/admin';
import { UnansweredBoard, type UnansweredRow } from '@salient/domain/conversations';
import { decodeCursor, Describe, pageOfRows, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { PROBLEMS } from '../agents/agent.problems.js';
import { resolvedView, unansweredView } from './conversation.view.js';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
/** How long ago a question may have been asked that is resolved now. */
const RESOLVABLE_DAYS = 366;
/** The time and the key of the last question that was shown. */
const POSITION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f]{32}$/;

/** What visitors asked in vain. */
@Controller('accounts/:account/unanswered')
export class UnansweredController {
  private readonly board: UnansweredBoard;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    db: TenantDb,
  ) {
    this.board = new UnansweredBoard(db);
  }

  @Get()
  @InAccount('conversations:read')
  @Describe({
    summary: 'List unanswered questions',
    description: 'Searches that found nothing and answers that say so, grouped by question; what was asked last comes first.',
    query: UnansweredQuery,
    answers: { 200: pageOf(UnansweredQuestion) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  async list(
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(UnansweredQuery)) query: UnansweredQuery,
  ): Promise<Page<UnansweredQuestion>> {
    const after = decodeCursor(query, POSITION);
    const end = query.end ? new Date(query.end) : new Date();
    const start = query.start ? new Date(query.start) : new Date(end.getTime() - DEFAULT_DAYS * DAY_MS);
    const rows = await this.databases.in(account, () => this.board.list({ agent: query.agent, start, end }));
    const ordered = rows.sort((one, other) => (positionOf(one) < positionOf(other) ? 1 : -1));
    const rest = ordered.filter((row) => after === null || positionOf(row) < after);
    return pageOfRows(rest.slice(0, query.limit + 1), query.limit, unansweredView, positionOf);
  }

  @Post(':key/resolve')
  @InAccount('conversations:write')
  @HttpCode(200)
  @Describe({
    summary: 'Take care of a question',
    description:
      'With the entry that answers it, with synonyms for a list, or as one that needs no answer. Asked in vain again, it comes back.',
    body: ResolveQuestionRequest,
    answers: { 200: ResolvedQuestion },
    problems: [...PROBLEMS, 'not_found', 'invalid_request', 'unknown_field', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async resolve(
    @CurrentAccount() account: AccountRow,
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Body(zodPipe(ResolveQuestionRequest)) body: ResolveQuestionRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<ResolvedQuestion> {
    const end = new Date();
    const start = new Date(end.getTime() - RESOLVABLE_DAYS * DAY_MS);
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST resolve ${account.id} ${key}`, body, async () =>
        resolvedView(await this.board.resolve(key, { start, end }, body, actorOf(actor))),
      ),
    );
  }
}

function positionOf({ key, turns }: UnansweredRow): string {
  return `${turns[0]!.asked_at.toISOString()} ${key}`;
}
