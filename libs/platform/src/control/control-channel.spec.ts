import { once, EventEmitter } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
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
    channel = new ControlChannel(database.address, new PinoLogger({ pinoHttp: { level: 'silent' } }), database.control);
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

describe('ControlChannel behind a pooler that swallows notifications', () => {
  let database: TestControlDatabase;
  let pooler: Server;
  let swallows = true;
  beforeAll(async () => {
    database = await testControlDatabase();
    pooler = createServer((client) => {
      const server = connect(database.address.port, database.address.host);
      client.pipe(server);
      let rest: Buffer = Buffer.alloc(0);
      server.on('data', (data) => {
        const messages = messagesOf(Buffer.concat([rest, data]));
        rest = messages.rest;
        for (const message of messages.whole) if (!swallows || message[0] !== NOTIFICATION) client.write(message);
      });
      for (const socket of [client, server]) socket.on('error', () => undefined);
      client.on('close', () => server.destroy());
      server.on('close', () => client.destroy());
    }).listen(0, '127.0.0.1');
    await once(pooler, 'listening');
  });
  afterAll(async () => {
    pooler.close();
    await database.close();
  });

  it('knows that it is deaf although its connection lives, and hears as soon as it can', async () => {
    const { port } = pooler.address() as AddressInfo;
    const warned = Promise.withResolvers<unknown>();
    const logger = { warn: ({ err }: { err: unknown }) => warned.resolve(err) } as unknown as PinoLogger;
    const channel = new ControlChannel({ ...database.address, port }, logger, database.control);
    await channel.onModuleInit();
    expect(channel.healthy).toBe(false);
    expect(await warned.promise).toMatchObject({ message: expect.stringContaining('hears nothing') });
    const resynced = new Promise<void>((resolve) => channel.onResync(resolve));
    swallows = false;
    await resynced;
    expect(channel.healthy).toBe(true);
    await channel.onApplicationShutdown();
  });
});

/** https://www.postgresql.org/docs/18/protocol-message-formats.html: a type, a length that counts itself, and the rest. */
const NOTIFICATION = 'A'.charCodeAt(0);
function messagesOf(bytes: Buffer): { whole: Buffer[]; rest: Buffer } {
  const whole: Buffer[] = [];
  let at = 0;
  while (bytes.length - at >= 5 && bytes.length - at > bytes.readInt32BE(at + 1)) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    whole.push(bytes.subarray(at, end));
    at = end;
  }
  return { whole, rest: bytes.subarray(at) };
}
