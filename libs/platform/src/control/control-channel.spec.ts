import { once, EventEmitter } from 'node:events';
import { PinoLogger } from 'nestjs-pino';
import { testControlDatabase, type TestControlDatabase } from '../testing/index.js';
import { ControlChannel } from './control-channel.js';
import { withClient } from './migrate.js';

describe('ControlChannel', () => {
  let database: TestControlDatabase;
  let channel: ControlChannel;
  const events = new EventEmitter();

  beforeAll(async () => {
    database = await testControlDatabase();
    channel = new ControlChannel(database.address, new PinoLogger({ pinoHttp: { level: 'silent' } }));
    channel.subscribe('token', (change) => events.emit('token', change));
    channel.onResync(() => events.emit('resync'));
    await channel.onModuleInit();
  });
  afterAll(async () => {
    await channel.onApplicationShutdown();
    await database.close();
  });

  const notify = (payload: object) => database.control.query('SELECT pg_notify($1, $2)', ['salient_control', JSON.stringify(payload)]);

  it('hands a change to the subscribers of its topic', async () => {
    const heard = once(events, 'token');
    await notify({ topic: 'tenant', id: '1', key: 'not for us' });
    await notify({ topic: 'token', id: '2', key: 'abc' });
    expect(await heard).toEqual([{ id: '2', key: 'abc' }]);
  });

  it('comes back after its connection was cut, and asks for a resync', async () => {
    const resynced = once(events, 'resync');
    await withClient(database.address, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'salient-listener' AND datname = current_database()`,
      ),
    );
    await resynced;
    expect(channel.healthy).toBe(true);
    const heard = once(events, 'token');
    await notify({ topic: 'token', id: '3', key: 'def' });
    expect(await heard).toEqual([{ id: '3', key: 'def' }]);
  });
});
