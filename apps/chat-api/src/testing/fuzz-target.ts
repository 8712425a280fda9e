import type { FuzzTarget } from '@salient/platform/testing';
import type { TestService } from './test-service.js';

/** What only the other account has. */
const SECRETS = ['globex-secret-question', 'globex-secret-metadata'];

/** Holds a conversation in two accounts, and lets the callers of the first one loose on the API. */
export async function fuzzTarget(service: TestService): Promise<FuzzTarget> {
  const server = await service.token('acme');
  const page = await service.token('acme', { kind: 'pk', allowedOrigins: ['https://acme.test'] });
  const other = await converse(service, 'globex', await service.token('globex'), 'globex-secret');
  const own = await converse(service, 'acme', server, 'acme');
  const { body: session } = await service.http().post('/accounts/acme/agents/info/sessions').set('authorization', server).send({});
  const { body: document } = await service.http().get('/openapi.json');
  const ids = [own.session_id, own.id, own.user_message_id, session.session_id, other.session_id, other.id];
  const callers = [server, server, server, `Bearer ${session.session_token}`, page, 'Bearer x', undefined];
  return {
    url: service.url,
    document,
    known: {
      account: ['acme', 'acme', 'acme', 'acme', 'globex'],
      agent: ['info'],
      model: ['info', 'acme/info', 'globex/info'],
      ...Object.fromEntries(
        ['id', 'turn_id', 'turn', 'session', 'session_id', 'message', 'message_id', 'parent_id'].map((name) => [name, ids]),
      ),
    },
    authorizations: () => callers,
    secrets: SECRETS,
    isForeign: (path) => path.startsWith('/v1/'),
    takesAway: ({ method }) => (method === 'DELETE' ? 'named' : undefined),
  };
}

interface Conversation {
  readonly id: string;
  readonly session_id: string;
  readonly user_message_id: string;
}

async function converse(service: TestService, account: string, token: string, mark: string): Promise<Conversation> {
  const { body } = await service
    .http()
    .post(`/accounts/${account}/agents/info/chat`)
    .set('authorization', token)
    .send({ message: `${mark}-question`, metadata: { note: `${mark}-metadata` } });
  return body as Conversation;
}
