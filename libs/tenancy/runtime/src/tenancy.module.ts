import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { TenantDb } from './tenant-db.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';
import { Tenants } from './tenants.js';

@Global() // configured once by the app
@Module({})
export class TenancyModule {
  static forRoot(options: TenancyOptions): DynamicModule {
    return {
      module: TenancyModule,
      providers: [{ provide: TENANCY_OPTIONS, useValue: options }, TenantHandles, TenantRegistry, Tenants, TenantDb],
      exports: [Tenants, TenantDb, TenantHandles],
    };
  }
}
