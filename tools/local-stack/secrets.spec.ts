import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environments } from './environments.ts';
import { loadSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';

describe('The secrets of the local stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are the same at every start', () => {
    expect(loadSecrets(folder)).toEqual(loadSecrets(folder));
  });

  it('gain what a newer version needs, and keep what they were', () => {
    const older = mkdtempSync(join(folder, 'older-'));
    const { databasePasswords: _new, ...known } = loadSecrets(folder);
    writeFileSync(join(older, 'secrets.json'), JSON.stringify(known));
    const secrets = loadSecrets(older);
    expect(secrets).toMatchObject(known);
    expect(secrets.databasePasswords.chat).not.toBe(secrets.databasePasswords.admin);
    expect(loadSecrets(older)).toEqual(secrets);
  });

  it('can be read by their owner alone', () => {
    loadSecrets(folder);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('reach only the process that needs them', () => {
    const given = { JWT_SECRET: 'signs admins', OPENROUTER_API_KEY: 'pays for models', AWS_SECRET_ACCESS_KEY: 'not ours', PATH: '/bin' };
    const { operator, ...apps } = environments(
      readSettings(given, []),
      loadSecrets(folder),
      'postgresql://owner:all@127.0.0.1/salient_admin',
    );
    expect(apps['chat-api']).toMatchObject({ OPENROUTER_API_KEY: 'pays for models', PATH: '/bin' });
    expect(apps['chat-api']).not.toHaveProperty('JWT_SECRET');
    expect(apps['admin-api']).toMatchObject({ JWT_SECRET: 'signs admins' });
    expect(apps['admin-api']).not.toHaveProperty('OPENROUTER_API_KEY');
    const services = [apps['chat-api'], apps['admin-api']];
    const logins = services.map((environment) => new URL(environment.POSTGRES_ADMIN_URL).username);
    expect(logins).toEqual(['salient_chat_api', 'salient_admin_api']);
    for (const environment of Object.values(apps)) expect(JSON.stringify(environment)).not.toContain('owner:all');
    for (const environment of [operator, ...Object.values(apps)]) expect(environment).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
  });
});
