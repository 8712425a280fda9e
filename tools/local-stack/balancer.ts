import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Service } from './service.ts';

const POLL_MS = 100;

/**
 * One port before several processes: each new connection goes to the next process that says it is ready. It passes bytes and
 * knows nothing of HTTP, so streams run through it as they are. A stand-in for the balancer of a cluster, no more.
 */
export class Balancer {
  private readonly server: Server;
  private readonly services: () => readonly Service[];
  private readonly sockets = new Set<Socket>();
  private ready: readonly Service[] = [];
  private polling: NodeJS.Timeout | undefined;
  private turn = 0;

  constructor(services: () => readonly Service[]) {
    this.services = services;
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.serve(client));
  }

  async listen(port: number): Promise<void> {
    await this.poll();
    this.server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    clearTimeout(this.polling);
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private async poll(): Promise<void> {
    const services = this.services();
    const answers = await Promise.all(services.map((service) => service.answersReady()));
    this.ready = services.filter((_service, index) => answers[index]);
    this.polling = setTimeout(() => void this.poll(), POLL_MS);
  }

  private serve(client: Socket): void {
    this.keep(client);
    const candidates = this.ready.map((_service, index) => this.ready[(this.turn + index) % this.ready.length]!);
    this.turn += 1;
    this.join(client, candidates);
  }

  /** A process that cannot be reached has got no byte of the request yet: the next one is tried. */
  private join(client: Socket, [service, ...others]: readonly Service[]): void {
    if (!service) return void client.destroy();
    const upstream = this.keep(connect({ port: Number(new URL(service.url).port), host: '127.0.0.1', allowHalfOpen: true, noDelay: true }));
    upstream.once('error', () => {
      if (upstream.bytesWritten === 0 && upstream.bytesRead === 0) this.join(client, others);
    });
    upstream.once('connect', () => {
      client.pipe(upstream);
      upstream.pipe(client);
      upstream.once('close', () => client.destroy());
      client.once('close', () => upstream.destroy());
    });
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  }
}
