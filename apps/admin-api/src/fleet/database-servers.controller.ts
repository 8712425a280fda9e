import { Controller, Get } from '@nestjs/common';
import { DatabaseServers } from '@salient/contracts/admin';
import { ControlDatabase, Describe } from '@salient/platform';
import { listServers } from '@salient/tenancy/lifecycle';
import { ForPlatformAdmins } from '../access/admin-access.js';

/** The servers that accounts live on, for platform admins. They are registered with `salient server add`. */
@Controller('database-servers')
export class DatabaseServersController {
  constructor(private readonly control: ControlDatabase) {}

  @Get()
  @ForPlatformAdmins()
  @Describe({
    summary: 'List database servers',
    description: 'By name, each with how many accounts it holds. For platform admins.',
    answers: { 200: DatabaseServers },
    problems: ['token_missing', 'token_invalid', 'token_expired', 'forbidden'],
  })
  async list(): Promise<DatabaseServers> {
    return { data: await listServers(this.control) };
  }
}
