import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** What any Node process of ours may need from the machine it runs on. */
const MACHINE =
  /^(PATH|HOME|TMPDIR|LANG|LC_\w+|TZ|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy)$/;
const SERVICE = /^(LOG_LEVEL|OTEL_\w+|TENANT_\w+|CONTROL_CONNECTIONS_MAX|PODS_MAX|SHUTDOWN_(?:DELAY|GRACE)_MS)$/;
const CHAT = /^(LLM_\w+|OPENROUTER_\w+|TURN_\w+|PUBLIC_CHAT_URL)$/;
const ADMIN = /^(JWT_ALGORITHM|JWT_ISSUER|JWT_AUDIENCE|JWT_JWKS_URL|PUBLIC_ADMIN_URL|SMTP_URL)$/;

/** A replica that stops serves on until the balancer has noticed. */
const SHUTDOWN_DELAY_MS = '500';

/** The roles that "salient migrate" gives the services. */
const LOGINS = { chat: 'salient_chat_api', admin: 'salient_admin_api' } as const;

/**
 * Each process gets what it needs and nothing else: chat-api never sees the key that signs admins' tokens, and only the
 * operator logs in to the control database as its owner.
 */
export function environments(
  { environment, chatReplicas, chatApiPort, adminApiPort, adminUiPort }: Settings,
  secrets: Secrets,
  postgresUrl: string,
) {
  const shared = {
    ...only(environment, MACHINE, SERVICE),
    ENVIRONMENT: 'development',
    SALIENT_ENCRYPTION_KEYS: environment['SALIENT_ENCRYPTION_KEYS'] || secrets.encryptionKeys,
  };
  const directUrl = environment['POSTGRES_DIRECT_URL'];
  const database = (as: (url: string) => string) => ({
    POSTGRES_ADMIN_URL: as(postgresUrl),
    ...(directUrl ? { POSTGRES_DIRECT_URL: as(directUrl) } : {}),
  });
  const { chat, admin } = secrets.databasePasswords;
  const sessionKeys = { SESSION_TOKEN_KEYS: environment['SESSION_TOKEN_KEYS'] || secrets.sessionTokenKeys };
  return {
    operator: { ...shared, ...database((url) => url), CHAT_API_DATABASE_PASSWORD: chat, ADMIN_API_DATABASE_PASSWORD: admin },
    'chat-api': {
      ...(chatReplicas > 1 ? { SHUTDOWN_DELAY_MS } : {}),
      ...shared,
      ...database((url) => urlAs(url, LOGINS.chat, chat)),
      ...only(environment, CHAT),
      ...sessionKeys,
    },
    'admin-api': {
      TRUSTED_PROXIES: '127.0.0.1', // admin-ui forwards what comes to it
      PUBLIC_ADMIN_URL: `http://127.0.0.1:${adminUiPort}`,
      ...shared,
      ...database((url) => urlAs(url, LOGINS.admin, admin)),
      ...only(environment, ADMIN),
      JWT_SECRET: environment['JWT_SECRET'] || secrets.jwtSecret,
    },
    'admin-ui': {
      ...only(environment, MACHINE, /^(LOG_LEVEL|SHUTDOWN_(?:DELAY|GRACE)_MS)$/),
      ADMIN_API_URL: `http://127.0.0.1:${adminApiPort}`,
      CHAT_API_URL: `http://127.0.0.1:${chatApiPort}`,
    },
  };
}

function urlAs(text: string, user: string, password: string): string {
  return Object.assign(new URL(text), { username: user, password }).href;
}

function only(environment: NodeJS.ProcessEnv, ...patterns: readonly RegExp[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name, value]) => value && patterns.some((pattern) => pattern.test(name))));
}
