import type { FuzzTarget } from '@salient/platform/testing';
import { agentIn, say } from './said.js';
import type { TestAdmin } from './test-admin.js';

/** What only the other account has. */
const SECRETS = ['globex-secret-prompt', 'globex-secret-question', 'globex-secret-entry', 'globex-secret-token'];
const TAKES_WHAT_IT_NAMES = /^(?:DELETE .*\}|POST .*\/(?:roll|suspend)$|PATCH \/api\/admin\/accounts\/\{account\}$)/;
const TAKES_THE_CALLER = /^(?:DELETE \/api\/admin\/token$|POST .*\/logout-everywhere$)/;

/** Fills two accounts with one of everything, and lets the admin of the first one and its tokens loose on the API. */
export async function fuzzTarget(admin: TestAdmin): Promise<FuzzTarget> {
  const other = await fill(admin, 'globex', 'root', 'globex-secret');
  const own = await fill(admin, 'acme', 'owner', 'acme');
  const url = await admin.app.getUrl();
  const { body: document } = await admin.http().get('/openapi.json');
  const scopes = ['chat:write', 'chat:read', 'sessions:read', 'feedback:write', 'usage:read', 'directory:read', 'directory:write'];
  const made = await admin.send('owner', 'post', '/accounts/acme/tokens', { name: 'fuzz', kind: 'sk', scopes });
  const known = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, [value, ...(other[name] ? [other[name]] : [])]]));
  return {
    url,
    document,
    known: {
      ...known,
      account: ['acme', 'acme', 'acme', 'acme', 'globex'],
      entryType: ['faq'],
      entry_type: ['faq'],
      version: ['1', '2'],
      grace: ['0'],
    },
    authorizations: ({ path }) => {
      const insiders = [admin.authorization('admin'), `Bearer ${made.body.token}`];
      const others = ['Bearer x', undefined];
      // A platform admin may see every account, so that he proves nothing where secrets are looked for.
      return path.includes('{account}')
        ? [...insiders, ...insiders, ...insiders, ...others]
        : [admin.authorization('root'), ...insiders, ...others];
    },
    secrets: SECRETS,
    takesAway: ({ name }) => (TAKES_THE_CALLER.test(name) ? 'caller' : TAKES_WHAT_IT_NAMES.test(name) ? 'named' : undefined),
  };
}

/** Makes one of everything in an account. Answers their ids by the names of path parameters. */
async function fill(admin: TestAdmin, account: string, who: string, mark: string): Promise<Record<string, string>> {
  const path = `/accounts/${account}`;
  const post = async (below: string, body: object) => (await admin.send(who, 'post', `${path}/${below}`, body)).body as { id: string };
  const agent = await post('agents', { slug: 'info', name: 'Info', system_prompt: `${mark}-prompt` });
  const token = await post('tokens', { name: `${mark}-token`, kind: 'sk' });
  await post('directory-lists', { slug: 'faq', name: 'FAQ', entry_type: 'faq' });
  const question = `${mark}-question`;
  const entry = await post('directory-lists/faq/entries', { name: `${mark}-entry`, data: { question, answer: 'Yes.' } });
  const address = admin.tenancy.tenants[account]!.address;
  const session = await say(address, await agentIn(address, 'info'), [{ question, answer: 'No idea.', searches: [0] }]);
  const member = await post('members', { email: `${mark}@example.com`, role: 'viewer' });
  const file = `external_key,name,question,answer\n${mark},${mark}-entry,${question},Yes.\n`;
  const imported = await admin
    .http()
    .post(`/api/admin${path}/directory-lists/faq/imports`)
    .set('authorization', admin.authorization(who))
    .type('text/csv')
    .send(file);
  const unanswered = (await admin.send(who, 'get', `${path}/unanswered`)).body as { data: { key: string }[] };
  return {
    agent: agent.id,
    agent_id: agent.id,
    token: token.id,
    list: 'faq',
    entry: entry.id,
    entry_id: entry.id,
    session,
    member: member.id,
    import: (imported.body as { id: string }).id,
    key: encodeURIComponent(unanswered.data[0]!.key),
  };
}
