import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NewAgent } from '@salient/domain/agents';
import type { TestSettings } from './start-chat-api.js';
import { startTestService, type TestService } from './test-service.js';

const workspace = join(import.meta.dirname, '../../../..');

/**
 * The page and the widget as browsers get them, bundled once for all spec files of a run: the first to rename its own wins.
 * A process of its own does it: the bundler's native parts do not live inside Jest's module registry.
 */
function visitorFiles(): string {
  const folder = join(process.env['TEST_RUN_DIRECTORY']!, 'visitor');
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const building = mkdtempSync(`${folder}-`);
  const { status, stderr } = spawnSync(process.execPath, ['tools/build/build.ts', 'apps/chat-widget', building], {
    cwd: workspace,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  try {
    renameSync(building, folder);
  } catch {
    rmSync(building, { recursive: true });
  }
  return folder;
}

/** chat-api with what it sends to browsers; the agent `info` of each account has a page. */
export async function startVisitorService(
  accounts: readonly string[],
  environment: Record<string, string> = {},
  agent: Partial<NewAgent> = {},
  settings: TestSettings = {},
): Promise<TestService & { readonly folder: string }> {
  const folder = visitorFiles();
  const service = await startTestService(
    accounts,
    environment,
    { hosted_page: true, ...agent },
    { visitorFilesFolder: folder, ...settings },
  );
  return { ...service, folder };
}
