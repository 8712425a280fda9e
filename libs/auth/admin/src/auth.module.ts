import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AUTH_OPTIONS, type AuthOptions } from './auth.options.js';
import { MAILER, type Mailer } from './mail/mailer.js';
import { mailerOf } from './mail/mailer-of.js';
import { Invitations } from './people/invitations.service.js';
import { Members } from './people/members.service.js';
import { PasswordChange } from './people/password-change.service.js';
import { PasswordResets } from './people/password-resets.service.js';
import { AuthService } from './sign-in/auth.service.js';
import { SignInSessions } from './sign-in/sign-in-sessions.service.js';
import { TokenAdministration } from './tokens/token-administration.service.js';
import { TokenExpiryWatch } from './tokens/token-expiry-watch.js';
import { SecondFactor } from './totp/second-factor.service.js';

const SERVICES = [
  AuthService,
  SignInSessions,
  SecondFactor,
  Members,
  Invitations,
  PasswordChange,
  PasswordResets,
  TokenAdministration,
  TokenExpiryWatch,
];

/** Who people are, how they come in, and the tokens that they give out. */
@Module({})
export class AuthModule implements OnApplicationShutdown {
  constructor(@Inject(MAILER) private readonly mailer: Mailer) {}

  onApplicationShutdown(): void {
    this.mailer.close();
  }

  /** @param outbox where the development outbox writes */
  static forRoot(options: AuthOptions, outbox: (text: string) => void): DynamicModule {
    return {
      module: AuthModule,
      providers: [
        { provide: AUTH_OPTIONS, useValue: options },
        { provide: MAILER, useFactory: () => mailerOf(options, outbox) },
        ...SERVICES,
      ],
      exports: SERVICES,
    };
  }
}
