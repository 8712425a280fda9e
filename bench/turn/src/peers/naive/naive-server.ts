import { createHash } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Param,
  Post,
  Res,
  UnauthorizedException,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { accounts, port } from '../accounts-given.js';
import { ChatService } from './chat.service.js';
import { DataSources } from './data-sources.js';
import type { MessageEntity, SessionEntity } from './entities.js';

// The naive peer: NestJS on Express, TypeORM's repositories, a Map of DataSources.

@Injectable()
class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, params } = context.switchToHttp().getRequest<IncomingMessage & { params: { account: string } }>();
    const tokenHash = createHash('sha256')
      .update(headers.authorization?.slice('Bearer '.length) ?? '')
      .digest('hex');
    if (accounts.get(params.account)?.tokenHash !== tokenHash) throw new UnauthorizedException();
    return true;
  }
}

@Controller()
class ChatController {
  constructor(private readonly chats: ChatService) {}

  @Get('health/ready')
  ready() {
    return { status: 'healthy' };
  }

  @Post('accounts/:account/agents/:agent/chat')
  @HttpCode(200)
  @UseGuards(TokenGuard)
  async chat(
    @Param('account') account: string,
    @Param('agent') agent: string,
    @Body() { message, session_id: sessionId, stream }: { message: string; session_id?: string; stream: boolean },
    @Res() response: ServerResponse & { json(body: object): void },
  ): Promise<void> {
    let turnId = '';
    const send = (event: string, id: string | number, data: object) =>
      response.write(`event: ${event}\nid: ${turnId}:${id}\ndata: ${JSON.stringify(data)}\n\n`);
    const { session, asked, answer } = await this.chats.chat({
      account,
      agent,
      message,
      sessionId,
      onStart(running, { id }) {
        turnId = running.id;
        if (!stream) return;
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' });
        send('start', 0, {
          turn_id: turnId,
          session_id: running.session.id,
          user_message_id: id,
          message_id: turnId,
          agent,
          resumed: false,
        });
      },
      onText(text, offset) {
        if (stream) send('delta', offset + text.length, { text, offset });
      },
    });
    if (!stream) return response.json(whole(account, agent, session, asked, answer));
    const sha256 = createHash('sha256').update(answer.content).digest('hex');
    send('usage', answer.content.length, { usage: answer.usage });
    send('done', 'end', { turn_id: turnId, message_id: turnId, status: answer.status, chars: answer.content.length, sha256 });
    response.end();
  }
}

function whole(account: string, agent: string, session: SessionEntity, asked: MessageEntity, answer: MessageEntity): object {
  return {
    id: answer.id,
    account,
    agent,
    session_id: session.id,
    user_message_id: asked.id,
    message_id: answer.id,
    response: answer.content,
    status: answer.status,
    finish_reason: answer.finishReason,
    model: answer.model,
    usage: answer.usage,
    citations: [],
    llm_request_id: answer.llmRequestId,
    created_at: answer.createdAt,
    completed_at: answer.completedAt,
    timings_ms: answer.timings,
  };
}

@Module({ controllers: [ChatController], providers: [ChatService, DataSources, TokenGuard] })
class NaiveModule {}

const app = await NestFactory.create(NaiveModule, new ExpressAdapter(), { logger: ['error', 'warn'] });
await app.listen(port, '127.0.0.1');
process.on('SIGTERM', () => process.exit());
