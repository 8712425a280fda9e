import { Controller, Delete, Get, HttpCode, Param, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { Conversation, ConversationMessage, ConversationsExportQuery, ConversationsQuery } from '@salient/contracts/admin';
import { ConversationDesk } from '@salient/domain/conversations';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { PROBLEMS } from '../agents/agent.problems.js';
import { sendLines } from '../http/send-lines.js';
import { conversationView, exportedView, messageView } from './conversation.view.js';

const SEQ_KEY = /^[1-9]\d{0,14}$/;

/** What visitors and agents have said. */
@Controller('accounts/:account/sessions')
export class ConversationsController {
  private readonly desk: ConversationDesk;

  constructor(
    private readonly databases: AccountDatabases,
    db: TenantDb,
  ) {
    this.desk = new ConversationDesk(db);
  }

  @Get()
  @InAccount('conversations:read')
  @Describe({
    summary: 'List conversations',
    description: 'The newest first, by agent, time, status, feedback and words.',
    query: ConversationsQuery,
    answers: { 200: pageOf(Conversation) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  async list(
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(ConversationsQuery)) query: ConversationsQuery,
  ): Promise<Page<Conversation>> {
    const before = decodeCursor(query, UUID_KEY);
    const rows = await this.databases.in(account, () => this.desk.page(query, query.limit + 1, before));
    return pageOfRows(rows, query.limit, conversationView, ({ id }) => id);
  }

  @Get('export')
  @InAccount('conversations:read')
  @Describe({
    summary: 'Export conversations',
    description: 'JSON lines, each a whole conversation with its messages, filtered as the list is.',
    query: ConversationsExportQuery,
    answers: { 200: 'json-lines' },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  async export(
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(ConversationsExportQuery)) query: ConversationsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = async function* (desk: ConversationDesk) {
      for await (const conversation of desk.export(query)) yield JSON.stringify(exportedView(conversation));
    };
    await this.databases.in(account, () =>
      sendLines(reply, 'application/x-ndjson; charset=utf-8', `${account.slug}-conversations.jsonl`, lines(this.desk)),
    );
  }

  @Get(':session')
  @InAccount('conversations:read')
  @Describe({ summary: 'Read a conversation', answers: { 200: Conversation }, problems: [...PROBLEMS, 'session_not_found'] })
  async get(@CurrentAccount() account: AccountRow, @Param('session') id: string): Promise<Conversation> {
    return conversationView(await this.databases.in(account, () => this.desk.find(id)));
  }

  @Get(':session/messages')
  @InAccount('conversations:read')
  @Describe({
    summary: 'Read what was said',
    description: 'The newest first, with tools, citations, cost, timing and feedback.',
    query: PageQuery,
    answers: { 200: pageOf(ConversationMessage) },
    problems: [...PROBLEMS, 'session_not_found', 'invalid_request'],
  })
  async messages(
    @CurrentAccount() account: AccountRow,
    @Param('session') id: string,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<ConversationMessage>> {
    const before = decodeCursor(query, SEQ_KEY);
    return this.databases.in(account, async () => {
      await this.desk.find(id);
      const rows = await this.desk.messages(id, query.limit + 1, before === null ? null : Number(before));
      return pageOfRows(rows, query.limit, messageView, ({ seq }) => String(seq));
    });
  }

  @Delete(':session')
  @InAccount('conversations:erase')
  @HttpCode(204)
  @Describe({
    summary: 'Erase a conversation',
    description: 'Nothing that was said remains, here or in the audit; of its turns only the numbers do, so that the usage adds up.',
    answers: { 204: null },
    problems: [...PROBLEMS, 'session_not_found'],
  })
  async erase(@CurrentAccount() account: AccountRow, @CurrentActor() actor: Actor, @Param('session') id: string): Promise<void> {
    await this.databases.in(account, () => this.desk.erase(id, actorOf(actor)));
  }
}
