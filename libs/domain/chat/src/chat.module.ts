import { Module, type DynamicModule } from '@nestjs/common';
import { AgentService } from '@salient/domain/agents';
import { DirectoryTools } from '@salient/domain/directory';
import { LimitsModule, type LimitsOptions } from '@salient/domain/limits';
import { ModelsModule, type ModelsOptions } from '@salient/domain/models';
import { CHAT_OPTIONS, type ChatOptions } from './chat.options.js';
import { SessionService } from './session/session.service.js';
import { StreamTickets } from './session/stream-tickets.js';
import { ConversationSummaries } from './turn/conversation-summaries.js';
import { SummaryStore } from './turn/summary-store.js';
import { RunningTurns } from './turn/running-turns.js';
import { TurnBudgets } from './turn/turn-budgets.js';
import { TurnCreator } from './turn/turn-creator.js';
import { TurnFollowers } from './turn/turn-followers.js';
import { TurnKeepers } from './turn/turn-keepers.js';
import { TurnRates } from './turn/turn-rates.js';
import { TurnRunner } from './turn/turn-runner.js';
import { TurnStore } from './turn/turn-store.js';
import { TurnsHere } from './turn/turns-here.js';
import { TurnService } from './turn/turn.service.js';
import { UiChats } from './ui-chat/ui-chats.js';

@Module({})
export class ChatModule {
  static forRoot(options: ChatOptions & { readonly models: ModelsOptions; readonly limits: LimitsOptions }): DynamicModule {
    return {
      module: ChatModule,
      imports: [ModelsModule.forRoot(options.models), LimitsModule.forRoot(options.limits)],
      providers: [
        { provide: CHAT_OPTIONS, useValue: options },
        AgentService,
        DirectoryTools,
        TurnStore,
        RunningTurns,
        TurnKeepers,
        TurnCreator,
        TurnFollowers,
        TurnRates,
        TurnBudgets,
        SummaryStore,
        ConversationSummaries,
        TurnRunner,
        TurnsHere,
        TurnService,
        SessionService,
        StreamTickets,
        UiChats,
      ],
      exports: [AgentService, TurnRates, TurnService, SessionService, StreamTickets, UiChats, ModelsModule],
    };
  }
}
