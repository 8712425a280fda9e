import { Module, type DynamicModule } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AUTH_OPTIONS, type AuthOptions } from './auth.options.js';
import { AuthService } from './auth.service.js';
import { TokenAdministration } from './token-administration.service.js';

@Module({})
export class AuthModule {
  static forRoot(options: AuthOptions): DynamicModule {
    return {
      module: AuthModule,
      imports: [JwtModule.register({ secret: options.secret })],
      providers: [{ provide: AUTH_OPTIONS, useValue: options }, AuthService, TokenAdministration],
      exports: [AuthService, TokenAdministration],
    };
  }
}
