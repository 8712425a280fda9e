import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Forbidden } from '@salient/auth/tokens';
import { InvalidRequest, parseInput, SalientError } from '@salient/platform';
import { acceptedLanguages, chooseLanguage, fill, messagesIn, type Language } from '@salient/visitor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { MESSAGE_CHARACTERS_MAX, publicAgent } from '../chat/public-agent.view.js';
import { chatPageHtml, noPageHtml, type ChatPage } from './chat-page.view.js';
import { HostedPages, type PagePath } from './hosted-pages.js';
import { PageConversations } from './page-conversations.js';
import { PageForm } from './page-form.js';
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
  "require-trusted-types-for 'script'",
].join('; ');

/** What a page shows besides the agent. */
type PageContent = Pick<ChatPage, 'messages' | 'session' | 'notice' | 'draft'>;

const EMPTY: PageContent = { messages: [], session: null, notice: null, draft: '' };

/** A chat page for every agent that allows one; it needs no token. */
@ApiExcludeController()
@Controller('chat/:account/:agent')
export class ChatPageController {
  constructor(
    private readonly pages: HostedPages,
    private readonly conversations: PageConversations,
    private readonly files: VisitorFiles,
  ) {}

  @Get()
  show(@Param() path: PagePath, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(path, reply, () => Promise.resolve(EMPTY));
  }

  /** The forms of a page that runs no script: the whole page comes back, and in it the conversation so far. */
  @Post()
  async say(@Param() path: PagePath, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    requireOwnPage(reply.request);
    await this.answer(path, reply, () => this.take(path, body, reply));
  }

  /** Opens a conversation for the page's own script. */
  @Post('session')
  async openSession(@Param() path: PagePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    requireOwnPage(request);
    const session = await this.pages.visit(path, () => this.conversations.open(path.agent, request));
    reply.status(201).header('cache-control', 'no-store').send(session);
  }

  private async take({ agent }: PagePath, body: unknown, reply: FastifyReply): Promise<PageContent> {
    const form = parseInput(PageForm, body);
    const { message, action, session_token: token = null, client_message_id: clientMessageId = null } = form;
    if (action === 'erase' && token !== null) await this.conversations.erase(agent, token);
    if (action === 'erase') return { ...EMPTY, notice: messagesIn(languageOf(reply.request)).erased };
    if (action === 'start_over' || message === undefined) return EMPTY;
    const session = await this.conversations.say({ agent, message, clientMessageId, sessionToken: token }, reply);
    return { ...EMPTY, session, messages: await this.conversations.messages(session) };
  }

  /** What is refused is told in words, on the page, with the message given back. */
  private async answer(path: PagePath, reply: FastifyReply, content: () => Promise<PageContent>): Promise<void> {
    const language = languageOf(reply.request);
    const page = { account: path.account, language, assets: this.files.names, clientMessageId: randomUUID() };
    try {
      await this.pages.visit(path, async (found) => {
        const agent = publicAgent(found);
        const { status, ...shown } = await content().then(
          (done) => ({ status: 200, ...done }),
          (error: unknown) => this.refused(path, error, reply),
        );
        sendPage(reply, status, chatPageHtml({ ...page, agent, ...shown }));
      });
    } catch (error) {
      if (!(error instanceof SalientError) || error.status !== 404) throw error;
      sendPage(reply, 404, noPageHtml(language, this.files.names.style));
    }
  }

  private async refused({ agent }: PagePath, error: unknown, reply: FastifyReply): Promise<PageContent & { readonly status: number }> {
    if (!(error instanceof SalientError) || error.status === 500) throw error;
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds);
    const { message: draft = '', session_token: token } = reply.request.body as Readonly<Record<string, string>>;
    const content = { ...EMPTY, status: error.status, draft, notice: noticeOf(error, draft, languageOf(reply.request)) };
    if (token === undefined || isGone(error)) return content;
    const session = this.conversations.resumed(agent, token);
    return { ...content, session, messages: await this.conversations.messages(session) };
  }
}

function isGone({ status, code }: SalientError): boolean {
  return status === 401 || code === 'session_not_found';
}

function noticeOf(error: SalientError, draft: string, language: Language): string {
  const words = messagesIn(language);
  if (isGone(error)) return words.ended;
  if (error instanceof InvalidRequest) return fill(words.tooLong, { count: [...draft].length, max: MESSAGE_CHARACTERS_MAX });
  return error.status === 429 || error.status === 409 ? words.rateLimited : words.unavailable;
}

/** Another site's page must not speak in a visitor's name (https://www.w3.org/TR/fetch-metadata/). */
function requireOwnPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Forbidden('The chat page takes forms of its own only.');
}

function languageOf({ headers }: FastifyRequest): Language {
  return chooseLanguage(acceptedLanguages(headers['accept-language']));
}

/** A page that holds a conversation is the visitor's alone. */
function sendPage(reply: FastifyReply, status: number, text: string): void {
  const caching = reply.request.method === 'GET' ? 'no-cache' : 'no-store';
  reply.headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': caching, vary: 'Accept-Language' });
  reply.status(status).type('text/html; charset=utf-8').send(text);
}
