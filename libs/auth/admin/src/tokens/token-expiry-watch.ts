import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { apiTokens } from '@salient/auth/tokens';
import { ControlDatabase, writeAuditEvent } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import { attempts } from '../sign-in/attempts.js';
import { refreshTokens } from '../sign-in/refresh-tokens.js';
import { EXPIRES_SOON_DAYS } from './token.view.js';

const SWEEP_MS = 60_000;
const TOKENS_AT_ONCE = 100;

/** Warns of tokens that expire soon, once each however many processes look; and drops what has expired for good. */
@Injectable()
export class TokenExpiryWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly control: ControlDatabase,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = () => (this.sweeping = this.sweeping.then(() => this.sweep()));
    this.timer = setInterval(() => void sweep(), SWEEP_MS).unref();
    void sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** One look; the timer calls it, and whoever wants to know now. */
  async sweep(): Promise<void> {
    try {
      await this.warn();
      await attempts.dropExpired(this.control);
      await refreshTokens.dropExpired(this.control);
      for (const table of ['invitations', 'password_resets'])
        await this.control.query(`DELETE FROM ${table} WHERE expires_at < now() - interval '30 days'`);
    } catch (error) {
      this.logger.warn({ err: error }, 'Tokens that expire soon could not be looked for; it is tried again');
    }
  }

  private async warn(): Promise<void> {
    const warned = await this.control.transaction(async (sql) => {
      const rows = await apiTokens.takeExpiring(sql, EXPIRES_SOON_DAYS, TOKENS_AT_ONCE);
      for (const { id, tenant_id: tenantId, ref, name, expires_at } of rows)
        await writeAuditEvent(sql, {
          tenantId,
          actor: { kind: 'system', id: 'token-expiry-watch' },
          action: 'token.expires_soon',
          target: { kind: 'api_token', id },
          details: { ref, name, expires_at },
        });
      return rows;
    });
    for (const { ref, expires_at } of warned)
      this.logger.warn({ event: 'token_expires_soon', token_ref: ref, expires_at }, 'An API token expires soon');
  }
}
