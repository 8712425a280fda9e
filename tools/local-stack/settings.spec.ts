import { readSettings } from './settings.ts';

describe('The settings of the local stack', () => {
  it('are complete without any environment', () => {
    const settings = readSettings({}, []);
    expect(settings).toMatchObject({ chatApiPort: 8000, adminApiPort: 8001, postgresUrl: undefined });
    expect(settings.dataDirectory).toMatch(/\/\.salient$/);
  });

  it('refuse an argument that means nothing, in one line', () => {
    expect(() => readSettings({}, ['--fast'])).toThrow(/^Unknown argument: --fast\..*$/);
  });

  it.each(['0', '70000', 'eighty'])('refuse the port "%s", naming its variable', (port) => {
    expect(() => readSettings({ CHAT_API_PORT: port }, [])).toThrow('CHAT_API_PORT');
  });
});
