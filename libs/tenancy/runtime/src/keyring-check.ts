import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CannotUnseal, ControlDatabase, InvalidEnvironment } from '@salient/platform';
import { openAddress } from './connection-string.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';

/** Refuses to start with keys that do not open what the registry holds: every account would fail later, one by one. */
@Injectable()
export class KeyringCheck implements OnModuleInit {
  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    private readonly control: ControlDatabase,
  ) {}

  async onModuleInit(): Promise<void> {
    for (const { tenant_id: id, connection_string: sealed } of await this.oneOfEachKey()) {
      try {
        openAddress(this.options.keyring, id, sealed);
      } catch (error) {
        if (!(error instanceof CannotUnseal)) throw error;
        throw new InvalidEnvironment(
          `SALIENT_ENCRYPTION_KEYS does not fit the accounts' connection strings: ${error.message}. ` +
            'Set the keys that they were written with; nothing was changed.',
        );
      }
    }
  }

  /** None while the control database is away: that is no reason to stop. */
  private async oneOfEachKey(): Promise<{ tenant_id: string; connection_string: string }[]> {
    try {
      return await this.control.query(
        `SELECT DISTINCT ON (split_part(connection_string, ':', 1)) tenant_id, connection_string FROM tenant_registry
         WHERE status <> 'deleted' ORDER BY split_part(connection_string, ':', 1), tenant_id`,
      );
    } catch {
      return [];
    }
  }
}
