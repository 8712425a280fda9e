import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { acceptedLanguages, chooseLanguage, type Language } from '@salient/visitor';
import { SalientError } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { publicAgent } from '../chat/public-agent.view.js';
import { chatPageHtml, noPageHtml } from './chat-page.view.js';
import { HostedPages, type PagePath } from './hosted-pages.js';
import { VisitorFiles } from './visitor-files.js';

/** The page may load what this service has, talk to it, and nothing else. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A chat page for every agent that allows one; it needs no token. */
@Controller('chat/:account/:agent')
export class ChatPageController {
  constructor(
    private readonly pages: HostedPages,
    private readonly files: VisitorFiles,
  ) {}

  @Get()
  @ApiExcludeEndpoint()
  async show(@Param() path: PagePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    try {
      const agent = publicAgent(await this.pages.visit(path, (found) => Promise.resolve(found)));
      const page = { account: path.account, agent, language, assets: this.files.names, messages: [], session: null, fault: null };
      sendPage(reply, 200, chatPageHtml({ ...page, clientMessageId: uuidv7() }));
    } catch (error) {
      if (!(error instanceof SalientError) || error.status !== 404) throw error;
      sendPage(reply, 404, noPageHtml(language, this.files.names.style));
    }
  }
}

function languageOf({ headers }: FastifyRequest): Language {
  return chooseLanguage(acceptedLanguages(headers['accept-language']));
}

function sendPage(reply: FastifyReply, status: number, text: string): void {
  reply.headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache', vary: 'Accept-Language' });
  reply.status(status).type('text/html; charset=utf-8').send(text);
}
