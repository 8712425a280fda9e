import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@salient/auth/admin';
import { TokenVerifier } from '@salient/auth/tokens';
import { agentEntities, TENANT_SCHEMA_KNOWN, TENANT_SCHEMA_MINIMUM } from '@salient/domain/agents';
import { directoryEntities } from '@salient/domain/directory';
import { ControlModule, HealthModule, LoggingModule, MetricsModule } from '@salient/platform';
import { TenancyModule } from '@salient/tenancy';
import type { DestinationStream } from 'pino';
import { AccountAccess } from './accounts/account-access.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { LifecycleModule } from './accounts/lifecycle.module.js';
import { Repeats } from './access/repeats.js';
import { AccountDatabases } from './accounts/account-databases.js';
import { AgentPreviewsController } from './agents/agent-previews.controller.js';
import { AgentVersionsController } from './agents/agent-versions.controller.js';
import { AgentsController } from './agents/agents.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { LinksController } from './auth/links.controller.js';
import { SignInSessionsController } from './auth/sign-in-sessions.controller.js';
import { TotpController } from './auth/totp.controller.js';
import { AuditTrail } from './audit/audit-trail.js';
import { AuditController } from './audit/audit.controller.js';
import { ADMIN_API_CONFIG, type AdminApiConfig } from './config.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { UnansweredController } from './conversations/unanswered.controller.js';
import { UsageController } from './usage/usage.controller.js';
import { DirectoriesModule } from './directories/directories.module.js';
import { MembersController } from './members/members.controller.js';
import { FleetMigrationsController } from './fleet/fleet-migrations.controller.js';
import { DatabaseServersController } from './fleet/database-servers.controller.js';
import { TenantMovesController } from './fleet/tenant-moves.controller.js';
import { TenantsController } from './fleet/tenants.controller.js';
import { OwnTokenController } from './tokens/own-token.controller.js';
import { TokenUsageController } from './tokens/token-usage.controller.js';
import { TokensController } from './tokens/tokens.controller.js';

@Module({})
export class AppModule {
  static forRoot(config: AdminApiConfig, version: string, logStream?: DestinationStream): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggingModule.forRoot({ ...config.logging, stream: logStream }),
        MetricsModule.forRoot(config.metrics),
        ControlModule.forRoot(config.control),
        HealthModule.forRoot({ routers: ['admin'], version }),
        TenancyModule.forRoot({
          ...config.tenancy,
          entities: [...agentEntities, ...directoryEntities],
          schemaMinimum: TENANT_SCHEMA_MINIMUM,
          schemaKnown: TENANT_SCHEMA_KNOWN,
        }),
        LifecycleModule.forRoot({
          admin: config.control.addresses.direct,
          keyring: config.tenancy.keyring,
          poolSize: config.poolSize,
        }),
        DirectoriesModule,
        AuthModule.forRoot(config.auth, (text) => void (logStream ?? process.stdout).write(text)),
      ],
      controllers: [
        TenantsController,
        DatabaseServersController,
        TenantMovesController,
        FleetMigrationsController,
        AuthController,
        LinksController,
        TotpController,
        SignInSessionsController,
        MembersController,
        AccountsController,
        AgentsController,
        AgentVersionsController,
        AgentPreviewsController,
        ConversationsController,
        UnansweredController,
        UsageController,
        TokensController,
        TokenUsageController,
        OwnTokenController,
        AuditController,
      ],
      providers: [{ provide: ADMIN_API_CONFIG, useValue: config }, AccountAccess, AccountDatabases, AuditTrail, TokenVerifier, Repeats],
    };
  }
}
