import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NotFound } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { VisitorFiles, type VisitorFile } from './visitor-files.js';

/** Its name never changes, so that it is asked for again after an hour; a page that waits for the answer is shown the old one. */
const WIDGET_CACHING = 'public, max-age=3600, stale-while-revalidate=86400';
const ASSET_CACHING = 'public, max-age=31536000, immutable';

/** Scripts and styles for browsers. */
@ApiExcludeController()
@Controller()
export class VisitorFilesController {
  constructor(private readonly files: VisitorFiles) {}

  @Get('widget.js')
  widget(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(this.files.widget, WIDGET_CACHING, request, reply);
  }

  @Get('chat-assets/:name')
  asset(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const file = this.files.asset(name);
    if (!file) throw new NotFound();
    send(file, ASSET_CACHING, request, reply);
  }
}

function send(file: VisitorFile, caching: string, { headers }: FastifyRequest, reply: FastifyReply): void {
  // Pages of other origins load it, also those that isolate themselves.
  reply.headers({ 'cache-control': caching, etag: file.etag, vary: 'Accept-Encoding', 'cross-origin-resource-policy': 'cross-origin' });
  if (headers['if-none-match']?.includes(file.etag)) return void reply.status(304).send();
  const isGzipped = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (isGzipped) reply.header('content-encoding', 'gzip');
  reply.type(file.mediaType).send(isGzipped ? file.gzipped : file.plain);
}
