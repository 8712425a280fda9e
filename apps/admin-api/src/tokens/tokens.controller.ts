import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { TokenAdministration, tokenTag, tokenView, type Actor, type MadeToken } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { CreatedToken, CreateTokenRequest, RollTokenRequest, Token, UpdateTokenRequest } from '@salient/contracts/admin';
import { decodeCursor, Describe, idempotencyKeyOf, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import type { ApiToken } from '@salient/auth/tokens';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'forbidden', 'account_not_found'] as const;

/** The API tokens of an account. */
@Controller('accounts/:account/tokens')
export class TokensController {
  constructor(private readonly tokens: TokenAdministration) {}

  @Post()
  @InAccount('tokens:write')
  @Describe({
    summary: 'Create a token',
    description: 'The answer is the only one that ever holds the token itself.',
    body: CreateTokenRequest,
    answers: { 201: CreatedToken },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async create(
    @CurrentAccount() account: AccountRow,
    @CurrentActor() actor: Actor,
    @Body(zodPipe(CreateTokenRequest)) body: CreateTokenRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedToken | Token> {
    const outcome = await this.tokens.create(account.id, body, actor, idempotencyKeyOf(key, `POST tokens ${account.id}`, body));
    return made(reply, outcome);
  }

  @Get()
  @InAccount('tokens:read')
  @Describe({ summary: 'List tokens', query: PageQuery, answers: { 200: pageOf(Token) }, problems: [...PROBLEMS, 'invalid_request'] })
  async list(@CurrentAccount() account: AccountRow, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<Token>> {
    const rows = await this.tokens.page(account.id, query.limit + 1, decodeCursor(query, UUID_KEY));
    return pageOfRows(rows, query.limit, tokenView, (token) => token.id);
  }

  @Get(':token')
  @InAccount('tokens:read')
  @Describe({ summary: 'Read a token', answers: { 200: Token }, problems: [...PROBLEMS, 'not_found'] })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('token') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Token> {
    return tagged(reply, await this.tokens.get(account.id, id));
  }

  @Patch(':token')
  @InAccount('tokens:write')
  @Describe({
    summary: 'Change a token',
    description: 'What is left out stays. Every process knows within a second.',
    body: UpdateTokenRequest,
    answers: { 200: Token },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'not_found', 'token_not_active', 'precondition_failed'],
  })
  async update(
    @CurrentAccount() account: AccountRow,
    @CurrentActor() actor: Actor,
    @Param('token') id: string,
    @Body(zodPipe(UpdateTokenRequest)) body: UpdateTokenRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Token> {
    return tagged(reply, await this.tokens.update(account.id, id, body, ifMatch, actor));
  }

  @Post(':token/roll')
  @InAccount('tokens:write')
  @Describe({
    summary: 'Roll a token',
    description: 'Makes a token like this one and answers it as creating does. The old one stays good until the grace ends.',
    body: RollTokenRequest,
    answers: { 201: CreatedToken },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'not_found', 'token_not_active', 'idempotency_mismatch'],
  })
  async roll(
    @CurrentAccount() account: AccountRow,
    @CurrentActor() actor: Actor,
    @Param('token') id: string,
    @Body(zodPipe(RollTokenRequest)) body: RollTokenRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedToken | Token> {
    const idempotency = idempotencyKeyOf(key, `POST tokens ${account.id} ${id} roll`, body);
    return made(reply, await this.tokens.roll(account.id, id, body, actor, idempotency));
  }

  @Delete(':token')
  @InAccount('tokens:write')
  @HttpCode(204)
  @Describe({
    summary: 'End a token for good',
    description: 'It stops on every process within a second.',
    answers: { 204: null },
    problems: [...PROBLEMS, 'not_found'],
  })
  async revoke(@CurrentAccount() account: AccountRow, @CurrentActor() actor: Actor, @Param('token') id: string): Promise<void> {
    await this.tokens.revoke(account.id, id, actor);
  }
}

/** The one answer that holds a token's text is kept by nobody on its way. */
function made(reply: FastifyReply, { body, replayed }: MadeToken): CreatedToken | Token {
  reply.header('cache-control', 'no-store');
  if (replayed) reply.header('idempotency-replayed', 'true');
  return body;
}

function tagged(reply: FastifyReply, row: ApiToken): Token {
  reply.header('etag', tokenTag(row));
  return tokenView(row);
}
