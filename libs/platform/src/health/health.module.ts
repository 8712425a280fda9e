import { Controller, Get, Inject, Module, Res, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { HealthCheckService, TerminusModule, type HealthIndicatorResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { ControlDatabase } from '../control/control-database.js';
import { ShutdownState } from './shutdown.js';

export interface HealthOptions {
  /** The routers that this process exposes, for example `chat`. */
  readonly routers: readonly string[];
  readonly version: string;
}

const HEALTH_OPTIONS = Symbol('HealthOptions');

/** `/health` says that the process lives; `/health/ready` that it can serve. Neither asks a tenant's database. */
@Controller('health')
class HealthController {
  constructor(
    @Inject(HEALTH_OPTIONS) private readonly options: HealthOptions,
    private readonly health: HealthCheckService,
    private readonly control: ControlDatabase,
    private readonly shutdown: ShutdownState,
  ) {}

  @Get()
  alive() {
    return { status: 'healthy', routers: this.options.routers, version: this.options.version };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const result = await this.health
      .check([() => this.accepting(), () => this.controlPlane()])
      .catch((error: { getResponse?: () => unknown }) => {
        if (!error.getResponse) throw error;
        reply.status(503);
        return error.getResponse();
      });
    reply.header('cache-control', 'no-store');
    return result;
  }

  private accepting(): HealthIndicatorResult {
    return { process: { status: this.shutdown.leaving ? 'down' : 'up' } };
  }

  private async controlPlane(): Promise<HealthIndicatorResult> {
    try {
      await this.control.query('SELECT 1');
      return { control_database: { status: 'up' } };
    } catch {
      return { control_database: { status: 'down' } };
    }
  }
}

@Module({})
export class HealthModule implements OnApplicationBootstrap {
  constructor(
    @Inject(HEALTH_OPTIONS) private readonly options: HealthOptions,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.logger.info({ event: 'routers_exposed', ...this.options }, 'Routers exposed');
  }

  static forRoot(options: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      global: true,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController],
      providers: [{ provide: HEALTH_OPTIONS, useValue: options }, ShutdownState],
      exports: [ShutdownState],
    };
  }
}
