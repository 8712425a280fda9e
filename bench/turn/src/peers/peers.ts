import { randomBytes } from 'node:crypto';
import { controlEnvironment } from '@salient/platform/testing';
import type { TestTenancy } from '@salient/tenancy/testing';
import { CONNECTIONS_PER_ACCOUNT, fillAccount, type Account } from '../accounts.js';
import { ServerProcess } from '../processes.js';

export const PEERS = ['salient', 'raw', 'naive'] as const;
export type PeerName = (typeof PEERS)[number];

/** The bundle of an earlier build of chat-api, to run in the place of naive. */
const BUILD_BEFORE = process.env['BENCH_BEFORE'];

/** Accounts that the turns of a peer are spread over. */
const ACCOUNTS_PER_PEER = 4;

export interface Peer {
  readonly name: PeerName;
  readonly accounts: readonly Account[];
  readonly server: ServerProcess;
}

export function slugsOf(peer: PeerName): string[] {
  return Array.from({ length: ACCOUNTS_PER_PEER }, (_, index) => `${peer}-${index}`);
}

/**
 * @param modelUrl where the model server listens
 * @param folder for its log
 */
export async function startPeer(name: PeerName, tenancy: TestTenancy, modelUrl: string, folder: string): Promise<Peer> {
  const accounts: Account[] = [];
  for (const slug of slugsOf(name)) accounts.push(await fillAccount(tenancy, slug));
  const bundle = name === 'salient' ? 'dist/apps/chat-api/main.js' : name === 'naive' ? BUILD_BEFORE : undefined;
  const environment = bundle ? chatApiEnvironment(tenancy) : { ACCOUNTS: JSON.stringify(accounts) };
  const script = bundle ? ['--enable-source-maps', bundle] : [process.argv[1]!, name];
  return { name, accounts, server: await ServerProcess.start(name, script, { ...environment, LLM_BASE_URL: modelUrl }, folder) };
}

function chatApiEnvironment(tenancy: TestTenancy): NodeJS.ProcessEnv {
  return {
    ...controlEnvironment(tenancy.address, 'chat'),
    SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
    SESSION_TOKEN_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    TENANT_CONNECTION_BUDGET: String(ACCOUNTS_PER_PEER * CONNECTIONS_PER_ACCOUNT),
    TENANT_CONNECTION_CEILING: String(CONNECTIONS_PER_ACCOUNT),
  };
}
