import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ControlDatabase } from '@salient/platform';
import { ControlRateLedger } from './rate/control-rate-ledger.js';
import { RATE_LEDGER, type RateLedger } from './rate/rate-ledger.js';
import { RateLimiter } from './rate/rate-limiter.js';
import { RedisRateLedger } from './rate/redis-rate-ledger.js';
import { Spending } from './spending/spending.js';

export interface LimitsOptions {
  /** Rates are counted in Redis instead of the control database. */
  readonly redisUrl?: string;
}

@Module({})
export class LimitsModule implements OnApplicationShutdown {
  constructor(@Inject(RATE_LEDGER) private readonly ledger: RateLedger) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.ledger instanceof RedisRateLedger) await this.ledger.close();
  }

  static forRoot({ redisUrl }: LimitsOptions): DynamicModule {
    const ledger = {
      provide: RATE_LEDGER,
      useFactory: (control: ControlDatabase) => (redisUrl ? new RedisRateLedger(redisUrl) : new ControlRateLedger(control)),
      inject: [ControlDatabase],
    };
    return { module: LimitsModule, providers: [ledger, RateLimiter, Spending], exports: [RateLimiter, Spending] };
  }
}
