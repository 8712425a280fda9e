import { Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { MODELS_OPTIONS, ModelProviders, type ModelsOptions } from './model-providers.js';

@Module({})
export class ModelsModule implements OnApplicationBootstrap {
  constructor(
    private readonly providers: ModelProviders,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.logger.info({ event: 'model_provider_chosen', ...this.providers.describe() }, 'Model provider chosen');
  }

  static forRoot(options: ModelsOptions): DynamicModule {
    return { module: ModelsModule, providers: [{ provide: MODELS_OPTIONS, useValue: options }, ModelProviders], exports: [ModelProviders] };
  }
}
