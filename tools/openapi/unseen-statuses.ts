import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../processes/refusal.ts';

/** Statuses by operation, such as `GET /health` and 200. */
type Statuses = Readonly<Record<string, readonly number[]>>;

/**
 * What the OpenAPI documents say that the services answer, and no spec of a run has seen: `chat-api GET /health: 503`.
 *
 * @param folder what the run was given as ANSWERED_STATUSES
 * @throws Refusal when a run has left nothing there
 */
export function unseenStatuses(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const read = (file: string) => Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Statuses);
  const services = files.flatMap((file) => /^(.+)\.documented\.json$/.exec(file)?.[1] ?? []).sort();
  if (services.length === 0) throw new Refusal(`No spec has left what a service answers in ${folder}.`);
  return services.flatMap((service) => {
    const answers = files.filter((file) => file.startsWith(`${service}.`) && file.endsWith('.answered.json')).flatMap(read);
    const seen = new Set(answers.flatMap(([operation, statuses]) => statuses.map((status) => `${operation}: ${status}`)));
    const documented = read(`${service}.documented.json`).flatMap(([name, statuses]) => statuses.map((status) => `${name}: ${status}`));
    return documented.filter((status) => !seen.has(status)).map((status) => `${service} ${status}`);
  });
}
