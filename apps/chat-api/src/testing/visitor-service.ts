import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewAgent } from '@salient/domain/agents';
import { startTestService, type TestService } from './test-service.js';

const workspace = join(import.meta.dirname, '../../../..');

/** Bundles the page and the widget in a process of its own: the bundler's native parts do not live inside Jest's module registry. */
export function buildVisitorFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salient-visitor-'));
  const { status, stderr } = spawnSync(process.execPath, ['tools/build/build.ts', 'apps/chat-widget', folder], {
    cwd: workspace,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** chat-api with what it sends to browsers; the agent `info` of each account has a page. */
export async function startVisitorService(
  accounts: readonly string[],
  environment: Record<string, string> = {},
  agent: Partial<NewAgent> = {},
): Promise<TestService & { readonly folder: string }> {
  const folder = buildVisitorFiles();
  const service = await startTestService(accounts, environment, { hosted_page: true, ...agent }, { visitorFilesFolder: folder });
  return {
    ...service,
    folder,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true });
    },
  };
}
