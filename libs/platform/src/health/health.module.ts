import { Controller, Get, Inject, Module, Res, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse } from '@nestjs/swagger';
import { HealthCheckService, TerminusModule, type HealthIndicatorResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';
import { ControlDatabase } from '../control/control-database.js';
import { Readiness } from './readiness.js';
import { ShutdownState } from './shutdown.js';

export interface HealthOptions {
  /** The routers that this process exposes, for example `chat`. */
  readonly routers: readonly string[];
  readonly version: string;
}

const HEALTH_OPTIONS = Symbol('HealthOptions');
/** A probe of Kubernetes does not wait as long as a dial may take. */
const CONTROL_MS_MAX = 1_000;

/**
 * `/health` says that the process lives; `/health/ready` that it can serve: the control database answers, or what is known is
 * enough to go on without it. Neither asks a tenant's database.
 */
@Controller('health')
class HealthController {
  constructor(
    @Inject(HEALTH_OPTIONS) private readonly options: HealthOptions,
    private readonly health: HealthCheckService,
    private readonly control: ControlDatabase,
    private readonly shutdown: ShutdownState,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  alive() {
    return { status: 'healthy', routers: this.options.routers, version: this.options.version };
  }

  @Get('ready')
  @ApiOkResponse({ description: 'It takes requests' })
  @ApiServiceUnavailableResponse({ description: 'It takes none: it leaves, or cannot tell accounts and tokens' })
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
    const late = new AbortController();
    const isReachable = await Promise.race([
      this.control.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      wait(CONTROL_MS_MAX, false, { signal: late.signal, ref: false }).catch(() => false),
    ]);
    late.abort();
    if (isReachable) return { control_database: { status: 'up' } };
    return { control_database: { status: this.readiness.isWarm ? 'up' : 'down', reachable: false } };
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
      providers: [{ provide: HEALTH_OPTIONS, useValue: options }, ShutdownState, Readiness],
      exports: [ShutdownState, Readiness],
    };
  }
}
