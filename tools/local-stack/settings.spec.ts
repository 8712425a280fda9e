import { readSettings } from './settings.ts';

describe('The settings of the local stack', () => {
  it('are complete without any environment', () => {
    const settings = readSettings({}, []);
    expect(settings).toMatchObject({ chatApiPort: 8000, adminApiPort: 8001, adminUiPort: 8002, chatReplicas: 1, postgresUrl: undefined });
    expect(settings.dataDirectory).toMatch(/\/\.salient$/);
  });

  it('refuse an argument that means nothing, in one line', () => {
    expect(() => readSettings({}, ['--fast'])).toThrow(/^Unknown option '--fast'\. .*--chat-replicas N.*$/);
    expect(() => readSettings({}, ['fast'])).toThrow(/'fast'/);
  });

  it('take a number of chat-api processes', () => {
    expect(readSettings({}, ['--chat-replicas', '3']).chatReplicas).toBe(3);
    expect(readSettings({}, ['--chat-replicas=2']).chatReplicas).toBe(2);
    for (const replicas of ['0', '-1', '1.5', 'many', '17'])
      expect(() => readSettings({}, [`--chat-replicas=${replicas}`])).toThrow('between 1 and 16');
  });

  it.each(['0', '70000', 'eighty'])('refuse the port "%s", naming its variable', (port) => {
    expect(() => readSettings({ CHAT_API_PORT: port }, [])).toThrow('CHAT_API_PORT');
  });

  it('refuse one port for two services, whether chosen or not', () => {
    expect(() => readSettings({ CHAT_API_PORT: '8002' }, [])).toThrow(/^Port 8002 is chosen twice/);
  });
});
