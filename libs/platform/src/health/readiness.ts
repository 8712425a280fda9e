import { Injectable } from '@nestjs/common';

/**
 * Whether the process can serve while the control database is away. When it falls, every process would leave the balancer at
 * once, those included that know all that they need: a service whose memory is enough says so here.
 */
@Injectable()
export class Readiness {
  private memory: () => boolean = () => false;

  /** @param isEnough whether something is known that can be served */
  servesFromMemory(isEnough: () => boolean): void {
    this.memory = isEnough;
  }

  get isWarm(): boolean {
    return this.memory();
  }
}
