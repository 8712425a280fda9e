import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ControlAddresses } from '../config/common.environment.js';
import { CONTROL_CHANNEL_ADDRESS, ControlChannel } from './control-channel.js';
import { ControlSchemaCheck } from './control-schema-check.js';
import { CONTROL_DATABASE_OPTIONS, ControlDatabase, type ControlDatabaseOptions } from './control-database.js';

export interface ControlOptions {
  readonly addresses: ControlAddresses;
  readonly connectionsMax: number;
  readonly applicationName: string;
}

@Global() // one control database for the process
@Module({})
export class ControlModule {
  static forRoot({ addresses, connectionsMax, applicationName }: ControlOptions): DynamicModule {
    const databaseOptions: ControlDatabaseOptions = { address: addresses.pooled, connectionsMax, applicationName };
    return {
      module: ControlModule,
      providers: [
        { provide: CONTROL_DATABASE_OPTIONS, useValue: databaseOptions },
        { provide: CONTROL_CHANNEL_ADDRESS, useValue: addresses.direct },
        ControlDatabase,
        ControlChannel,
        ControlSchemaCheck,
      ],
      exports: [ControlDatabase, ControlChannel],
    };
  }
}
