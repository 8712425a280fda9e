import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ChatOptions } from '@salient/domain/chat';
import { AnsweredStatuses, controlEnvironment } from '@salient/platform/testing';
import type { TestTenancy } from '@salient/tenancy/testing';
import { randomBytes } from 'node:crypto';
import { createApp } from '../create-app.js';
import { loadConfig, type ChatApiConfig } from '../config.js';

/** What a spec sets besides the environment. */
export type TestSettings = Partial<Omit<ChatApiConfig, 'chat'>> & { readonly chat?: Partial<ChatOptions> };

/** What a chat-api of specs is configured with; another one with the same configuration is one more process of the service. */
export function testConfig(tenancy: TestTenancy, environment: Record<string, string> = {}, settings: TestSettings = {}): ChatApiConfig {
  const config = loadConfig({
    ...controlEnvironment(tenancy.address, 'chat'),
    SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
    SESSION_TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: 'debug',
    ...environment,
  });
  return { ...config, ...settings, chat: { ...config.chat, ...settings.chat } };
}

/** chat-api on a free port, its log in `log`, what it answers in `answered`. */
export async function listenWith(
  config: ChatApiConfig,
  log: string[],
  answered = new AnsweredStatuses('chat-api'),
): Promise<NestFastifyApplication> {
  const app = await createApp(config, '0.0.0-test', { write: (line) => void log.push(line) });
  answered.watch(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** chat-api on databases that a spec of another service has made. */
export function startChatApi(tenancy: TestTenancy): Promise<NestFastifyApplication> {
  return listenWith(testConfig(tenancy), []);
}
