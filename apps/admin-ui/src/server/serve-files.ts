import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy, CSP_NONCE_PLACEHOLDER } from './content-security.js';

/**
 * Files whose names change with what is in them, for browsers to keep for good and compressed beforehand; and the one page,
 * for every address that is none of them, never kept.
 */
export async function serveFiles(server: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  });
  const sendPage = (reply: FastifyReply, status: number) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .status(status)
      .headers({ 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy(nonce) })
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(CSP_NONCE_PLACEHOLDER, nonce));
  };
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(assets|api|chat-api)(\/|$)/.test(path);
    if (isPage) return sendPage(reply, 200);
    return reply.status(404).type('text/plain; charset=utf-8').send('There is nothing here.\n');
  });
}
