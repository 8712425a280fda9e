import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Refusal } from './refusal.ts';

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

/**
 * @param remedy what to do about it, for the message
 * @throws Refusal when something listens there already
 */
export async function requireFreePort(port: number, remedy: string): Promise<void> {
  await listenOnce(port).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(error.code === 'EADDRINUSE' ? `Port ${port} is taken. ${remedy}` : `Port ${port} cannot be used: ${error.message}.`);
  });
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } finally {
    server.close();
  }
}
