import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface FakeRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that speaks as much of Redis's protocol (https://redis.io/docs/latest/develop/reference/protocol-spec/) as counting needs. */
export async function startFakeRedis(): Promise<FakeRedis> {
  const values = new Map<string, { count: number; endsAt: number }>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const queued: string[][] = [];
    let inMulti = false;
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
      for (let parsed = parseCommand(text); parsed; parsed = parseCommand(text)) {
        text = text.slice(parsed.length);
        const [name = ''] = parsed.command;
        if (name.toUpperCase() === 'MULTI') {
          inMulti = true;
          socket.write('+OK\r\n');
        } else if (name.toUpperCase() === 'EXEC') {
          inMulti = false;
          const answers = queued.splice(0).map((command) => run(values, command));
          socket.write(`*${answers.length}\r\n${answers.join('')}`);
        } else if (inMulti) {
          queued.push(parsed.command);
          socket.write('+QUEUED\r\n');
        } else socket.write(run(values, parsed.command));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function run(values: Map<string, { count: number; endsAt: number }>, [name = '', key = '', argument = '', ...rest]: string[]): string {
  const known = values.get(key);
  const value = known && known.endsAt > Date.now() ? known : undefined;
  switch (name.toUpperCase()) {
    case 'SET':
      if (value) return '$-1\r\n';
      values.set(key, { count: Number(argument), endsAt: Date.now() + Number(rest[rest.indexOf('PX') + 1]) });
      return '+OK\r\n';
    case 'INCRBY':
      return `:${(value!.count += Number(argument))}\r\n`;
    case 'PTTL':
      return `:${value!.endsAt - Date.now()}\r\n`;
    case 'HELLO':
      return '%1\r\n+proto\r\n:3\r\n';
    default:
      return '+OK\r\n';
  }
}

/** The first command of an array of bulk strings, once it is whole. */
function parseCommand(text: string): { command: string[]; length: number } | null {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return null;
  let at = head[0].length;
  const command: string[] = [];
  for (let index = 0; index < Number(head[1]); index++) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (!size) return null;
    at += size[0].length;
    if (text.length < at + Number(size[1]) + 2) return null;
    command.push(text.slice(at, at + Number(size[1])));
    at += Number(size[1]) + 2;
  }
  return { command, length: at };
}
