import { Global, Inject, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DebugPages } from './debug-pages.js';
import { Metrics } from './metrics.js';

export interface MetricsOptions {
  /** Where to listen; 0 for nowhere. */
  readonly port: number;
  readonly host: string;
}

const METRICS_OPTIONS = Symbol('MetricsOptions');
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Serves `/metrics` and `/debug` on a port of their own, which no gateway leads to. It stays open until the process has drained. */
@Global() // any part may count
@Module({})
export class MetricsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly metrics: Metrics,
    private readonly pages: DebugPages,
    private readonly logger: PinoLogger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { port, host } = this.options;
    if (port === 0) return;
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        this.logger.error({ err: error }, 'Metrics could not be read');
        response.writeHead(500).end();
      });
    }).listen(port, host);
    await once(this.server, 'listening');
    this.logger.info({ port: (this.server.address() as AddressInfo).port }, 'Metrics are served');
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  static forRoot(options: MetricsOptions): DynamicModule {
    const providers = [{ provide: METRICS_OPTIONS, useValue: options }, Metrics, DebugPages];
    return { module: MetricsModule, providers, exports: [Metrics, DebugPages] };
  }

  private async answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = url.split('?', 1);
    const { registry } = this.metrics;
    const page =
      path === '/metrics' ? { contentType: registry.contentType, body: await registry.metrics() } : this.pages.render(path, headers.accept);
    if (page) response.writeHead(200, { ...HEADERS, 'content-type': page.contentType }).end(page.body);
    else response.writeHead(404).end();
  }
}
