export { DirectoryResponder } from './directory-responder/directory-responder.js';
export { ModelProviderError, ProviderFailed, ProviderRefused, ProviderTimedOut, ProviderUnavailable } from './model.errors.js';
export type {
  ModelFinish,
  ModelFinishReason,
  ModelMessage,
  ModelPart,
  ModelProvider,
  ModelRequest,
  ModelTool,
  ModelToolCall,
  ModelUsage,
  TakePart,
} from './model-provider.js';
export { DIRECTORY_RESPONDER_MODEL, ModelProviders, type ModelsOptions } from './model-providers.js';
export { ModelRoute, type ModelCall, type ModelCandidate } from './model-route.js';
export { ModelsModule } from './models.module.js';
export { PriceList, PriceTable } from './prices/price-table.js';
export { estimateTokens, unitsOf } from './tokens.js';
