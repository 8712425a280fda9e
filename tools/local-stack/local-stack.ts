import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireFreePort } from '../processes/ports.ts';
import { writePrivateJson } from '../processes/private-file.ts';
import { Refusal } from '../processes/refusal.ts';
import { buildApps } from './build-apps.ts';
import { ChatApi } from './chat-api.ts';
import { startDatabase, type Database } from './database.ts';
import { readyAccounts } from './demo-accounts.ts';
import type { DevJson } from './dev-json.ts';
import { environments } from './environments.ts';
import { FolderLock } from './lock.ts';
import { Operator } from './operator.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { Service } from './service.ts';
import type { Settings } from './settings.ts';
import type { StopRequest } from './stop-request.ts';
import { welcome } from './welcome.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * The whole of Salient on one machine, from the lock on the data folder to the last process that ends. What was started
 * last is stopped first: apps, PostgreSQL, lock.
 */
export class LocalStack {
  private readonly settings: Settings;
  private readonly request: StopRequest;
  private readonly devJsonFile: string;

  constructor(settings: Settings, request: StopRequest) {
    this.settings = settings;
    this.request = request;
    this.devJsonFile = join(settings.dataDirectory, 'dev.json');
  }

  /**
   * Runs until it is told to stop.
   *
   * @throws Refusal when it cannot start here, a part fails or an app dies
   */
  async run(): Promise<void> {
    const lock = await FolderLock.take(this.settings.dataDirectory);
    try {
      rmSync(this.devJsonFile, { force: true }); // it would speak of a stack that was killed
      await requireFreePort(this.settings.chatApiPort, 'Stop what listens there, or choose another one with CHAT_API_PORT.');
      await requireFreePort(this.settings.adminApiPort, 'Stop what listens there, or choose another one with ADMIN_API_PORT.');
      await requireFreePort(this.settings.adminUiPort, 'Stop what listens there, or choose another one with ADMIN_UI_PORT.');
      await this.withDatabase(loadSecrets(this.settings.dataDirectory), lock);
    } finally {
      lock.release();
    }
  }

  private async withDatabase(secrets: Secrets, lock: FolderLock): Promise<void> {
    say('Building what has changed and starting PostgreSQL …');
    const building = buildApps(['chat-api', 'admin-api', 'admin-ui', 'salient-cli'], this.settings.environment, this.request.stop);
    const [built, started] = await Promise.allSettled([building, startDatabase(this.settings, secrets)]);
    if (started.status === 'rejected') throw started.reason;
    try {
      if (built.status === 'rejected') throw built.reason;
      await this.withApps(secrets, started.value, lock);
    } finally {
      await started.value.stop();
    }
  }

  private async withApps(secrets: Secrets, database: Database, lock: FolderLock): Promise<void> {
    const environment = environments(this.settings, secrets, database.url);
    const operator = new Operator(environment.operator, this.request.stop);
    say('Preparing the databases and the demo accounts …');
    await operator.migrate();
    const [accounts] = await Promise.all([
      readyAccounts(operator, secrets, this.settings.dataDirectory),
      operator.ensureAdmin(secrets.admin),
    ]);

    const known = { admin: secrets.admin, postgres: database.url, accounts };
    const start = (app: 'chat-api' | 'admin-api' | 'admin-ui', port: number) => {
      const service = new Service(app, port, environment[app]);
      lock.add({ app, pid: service.pid });
      return service;
    };
    const chat = await ChatApi.start(
      this.settings,
      (port) => start('chat-api', port),
      () => this.writeDevJson([...chat.services, ...admins], known),
    );
    const admins = [start('admin-api', this.settings.adminApiPort), start('admin-ui', this.settings.adminUiPort)];
    try {
      await Promise.all([...chat.services, ...admins].map((service) => service.ready(this.request.stop)));
      await chat.open();
      const devJson = this.writeDevJson([...chat.services, ...admins], known);
      say(welcome(devJson, this.devJsonFile));
      await this.untilStopped(chat.isSupervised ? admins : [...chat.services, ...admins]);
    } finally {
      rmSync(this.devJsonFile, { force: true });
      await Promise.all([chat, ...admins].map((part) => part.stop(this.request.force)));
    }
  }

  private writeDevJson(services: readonly Service[], known: Pick<DevJson, 'admin' | 'postgres' | 'accounts'>): DevJson {
    const { chatApiPort, adminApiPort, adminUiPort } = this.settings;
    const devJson: DevJson = {
      chat_api: `http://127.0.0.1:${chatApiPort}`,
      admin_api: `http://127.0.0.1:${adminApiPort}`,
      admin_ui: `http://127.0.0.1:${adminUiPort}`,
      ...known,
      processes: services.map(({ app, pid, url }) => ({ app, pid, url })),
    };
    writePrivateJson(this.devJsonFile, devJson);
    return devJson;
  }

  private async untilStopped(services: readonly Service[]): Promise<void> {
    const { stop } = this.request;
    const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
    const deaths = services.map(async ({ app, ended }) => {
      const how = await ended;
      if (!stop.aborted) throw new Refusal(`${app} ${how}. Stopping everything.`);
    });
    if (!stop.aborted) await Promise.race([stopped, ...deaths]);
    say('Stopping …');
  }
}
