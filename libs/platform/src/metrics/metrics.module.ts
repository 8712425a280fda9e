import { Global, Inject, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Metrics } from './metrics.js';

export interface MetricsOptions {
  /** Where to listen; 0 for nowhere. */
  readonly port: number;
  readonly host: string;
}

const METRICS_OPTIONS = Symbol('MetricsOptions');

/** Serves `/metrics` on a port of its own, which no gateway leads to. It stays open until the process has drained. */
@Global() // any part may count
@Module({})
export class MetricsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly metrics: Metrics,
    private readonly logger: PinoLogger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { port, host } = this.options;
    if (port === 0) return;
    this.server = createServer((request, response) => {
      if (request.url !== '/metrics') return void response.writeHead(404).end();
      this.metrics.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': this.metrics.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    }).listen(port, host);
    await once(this.server, 'listening');
    this.logger.info({ port: (this.server.address() as AddressInfo).port }, 'Metrics are served');
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  static forRoot(options: MetricsOptions): DynamicModule {
    return { module: MetricsModule, providers: [{ provide: METRICS_OPTIONS, useValue: options }, Metrics], exports: [Metrics] };
  }
}
