import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** What any Node process of ours may need from the machine it runs on. */
const MACHINE =
  /^(PATH|HOME|TMPDIR|LANG|LC_\w+|TZ|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy)$/;
const SERVICE = /^(LOG_LEVEL|OTEL_\w+|TENANT_\w+|CONTROL_CONNECTIONS_MAX|PODS_MAX|SHUTDOWN_(?:DELAY|GRACE)_MS|POSTGRES_DIRECT_URL)$/;
const CHAT = /^(LLM_\w+|OPENROUTER_\w+|TURN_\w+|PUBLIC_CHAT_URL)$/;
const ADMIN = /^(JWT_ALGORITHM|JWT_ISSUER|JWT_AUDIENCE|JWT_JWKS_URL|PUBLIC_ADMIN_URL|SMTP_URL)$/;

/** A replica that stops serves on until the balancer has noticed. */
const SHUTDOWN_DELAY_MS = '500';

/** Each process gets what it needs and nothing else: chat-api never sees the key that signs admins' tokens. */
export function environments({ environment, chatReplicas }: Settings, secrets: Secrets, postgresUrl: string) {
  const shared = {
    ...only(environment, MACHINE, SERVICE),
    ENVIRONMENT: 'development',
    POSTGRES_ADMIN_URL: postgresUrl,
    SALIENT_ENCRYPTION_KEYS: environment['SALIENT_ENCRYPTION_KEYS'] || secrets.encryptionKeys,
  };
  const sessionKeys = { SESSION_TOKEN_KEYS: environment['SESSION_TOKEN_KEYS'] || secrets.sessionTokenKeys };
  return {
    operator: shared,
    'chat-api': { ...(chatReplicas > 1 ? { SHUTDOWN_DELAY_MS } : {}), ...shared, ...only(environment, CHAT), ...sessionKeys },
    'admin-api': { ...shared, ...only(environment, ADMIN), JWT_SECRET: environment['JWT_SECRET'] || secrets.jwtSecret },
  };
}

function only(environment: NodeJS.ProcessEnv, ...patterns: readonly RegExp[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name, value]) => value && patterns.some((pattern) => pattern.test(name))));
}
