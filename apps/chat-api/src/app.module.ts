import { Module, type DynamicModule } from '@nestjs/common';
import { AccountOrigins, SessionTokens, TokenVerifier } from '@salient/auth/tokens';
import { agentEntities, TENANT_SCHEMA_KNOWN, TENANT_SCHEMA_MINIMUM } from '@salient/domain/agents';
import { ChatModule } from '@salient/domain/chat';
import { directoryEntities } from '@salient/domain/directory';
import { ControlModule, HealthModule, LoggingModule, MetricsModule } from '@salient/platform';
import { TenancyModule } from '@salient/tenancy';
import type { DestinationStream } from 'pino';
import { Authentication } from './access/authentication.js';
import { AgentsController } from './chat/agents.controller.js';
import { ChatController } from './chat/chat.controller.js';
import { TurnAnswers } from './chat/turn-answers.js';
import { TurnsController } from './chat/turns.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { StreamTicketsController } from './sessions/stream-tickets.controller.js';
import type { ChatApiConfig } from './config.js';
import { CompletionsController } from './openai/completions.controller.js';
import { ModelsController } from './openai/models.controller.js';
import { STREAM_PACE } from './sse/event-stream.js';
import { UiChatController } from './ui-stream/ui-chat.controller.js';
import { ChatPageController } from './page/chat-page.controller.js';
import { HostedPages } from './page/hosted-pages.js';
import { PageConversations } from './page/page-conversations.js';
import { VisitorFilesController } from './page/visitor-files.controller.js';
import { VISITOR_FILES_FOLDER, VisitorFiles } from './page/visitor-files.js';

@Module({})
export class AppModule {
  static forRoot(config: ChatApiConfig, version: string, logStream?: DestinationStream): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggingModule.forRoot({ ...config.logging, stream: logStream }),
        MetricsModule.forRoot(config.metrics),
        ControlModule.forRoot(config.control),
        HealthModule.forRoot({ routers: ['chat'], version }),
        TenancyModule.forRoot({
          ...config.tenancy,
          entities: [...agentEntities, ...directoryEntities],
          schemaMinimum: TENANT_SCHEMA_MINIMUM,
          schemaKnown: TENANT_SCHEMA_KNOWN,
        }),
        ChatModule.forRoot(config.chat),
      ],
      controllers: [
        AgentsController,
        ChatController,
        TurnsController,
        SessionsController,
        StreamTicketsController,
        ModelsController,
        CompletionsController,
        UiChatController,
        ChatPageController,
        VisitorFilesController,
      ],
      providers: [
        { provide: VISITOR_FILES_FOLDER, useValue: config.visitorFilesFolder },
        VisitorFiles,
        HostedPages,
        PageConversations,
        TokenVerifier,
        AccountOrigins,
        Authentication,
        TurnAnswers,
        { provide: STREAM_PACE, useValue: config.stream },
        { provide: SessionTokens, useValue: new SessionTokens(config.sessionTokenKeys) },
      ],
    };
  }
}
