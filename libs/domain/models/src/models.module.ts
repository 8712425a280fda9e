import { Module, type DynamicModule } from '@nestjs/common';
import { MODELS_OPTIONS, ModelProviders, type ModelsOptions } from './model-providers.js';

@Module({})
export class ModelsModule {
  static forRoot(options: ModelsOptions): DynamicModule {
    return { module: ModelsModule, providers: [{ provide: MODELS_OPTIONS, useValue: options }, ModelProviders], exports: [ModelProviders] };
  }
}
