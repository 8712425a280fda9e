import { parseEnvironment, type ServiceLogins } from '@salient/platform';
import { z } from 'zod';

/** Names and passwords that the services log in to the control database with; each service has its own in POSTGRES_ADMIN_URL. */
const Logins = z.object({
  CHAT_API_DATABASE_USER: z.string().min(1).default('salient_chat_api'),
  CHAT_API_DATABASE_PASSWORD: z.string().optional(),
  ADMIN_API_DATABASE_USER: z.string().min(1).default('salient_admin_api'),
  ADMIN_API_DATABASE_PASSWORD: z.string().optional(),
});

/** @throws InvalidEnvironment that names every faulty variable */
export function serviceLogins(environment: NodeJS.ProcessEnv): ServiceLogins {
  const env = parseEnvironment(Logins, environment);
  return {
    chat: { user: env.CHAT_API_DATABASE_USER, password: env.CHAT_API_DATABASE_PASSWORD },
    admin: { user: env.ADMIN_API_DATABASE_USER, password: env.ADMIN_API_DATABASE_PASSWORD },
  };
}
