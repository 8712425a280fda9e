import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { FleetMigration, FleetMigrationDetail, StartFleetMigrationRequest } from '@salient/contracts/admin';
import { ControlDatabase, decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { fleetMigrations, FleetMigrator } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentActor, ForPlatformAdmins } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { progressEvents } from '../http/progress-events.js';
import { sendEvents } from '../http/send-events.js';
import { lifecycleActor } from '../accounts/lifecycle-actor.js';
import { migrationDetail, migrationView } from './fleet-migration.view.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'forbidden'] as const;
const TENANTS_SHOWN = 100;

/** Migrations of the whole fleet, for platform admins. */
@Controller('fleet-migrations')
export class FleetMigrationsController {
  constructor(
    private readonly control: ControlDatabase,
    private readonly migrator: FleetMigrator,
    private readonly repeats: Repeats,
  ) {}

  @Post()
  @ForPlatformAdmins()
  @HttpCode(202)
  @Describe({
    summary: 'Bring every tenant to the newest schema',
    description: 'A few canaries first, then the others. It goes on in the background, also after a crash. For platform admins.',
    body: StartFleetMigrationRequest,
    answers: { 202: FleetMigration },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'migration_in_progress', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async start(
    @CurrentActor() actor: Actor,
    @Body(zodPipe(StartFleetMigrationRequest)) body: StartFleetMigrationRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<FleetMigration> {
    return this.repeats.once(repeat, 'POST fleet-migrations', body, async () =>
      migrationView(await this.migrator.start(body, lifecycleActor(actor))),
    );
  }

  @Get()
  @ForPlatformAdmins()
  @Describe({
    summary: 'List fleet migrations',
    query: PageQuery,
    answers: { 200: pageOf(FleetMigration) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  async list(@Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<FleetMigration>> {
    const rows = await fleetMigrations.page(this.control, query.limit + 1, decodeCursor(query, UUID_KEY));
    return pageOfRows(rows, query.limit, migrationView, ({ id }) => id);
  }

  @Get(':migration')
  @ForPlatformAdmins()
  @Describe({ summary: 'Read a fleet migration', answers: { 200: FleetMigrationDetail }, problems: [...PROBLEMS, 'not_found'] })
  async get(@Param('migration') id: string): Promise<FleetMigrationDetail> {
    const row = await fleetMigrations.find(this.control, id);
    return migrationDetail(row, await fleetMigrations.tenants(this.control, id, TENANTS_SHOWN));
  }

  @Get(':migration/events')
  @ForPlatformAdmins()
  @Describe({
    summary: 'Watch a fleet migration',
    description: 'A `progress` event, as the migration is read, at first and with each change; the last one when it has ended.',
    answers: { 200: 'event-stream' },
    problems: [...PROBLEMS, 'not_found'],
  })
  async events(@Param('migration') id: string, @Res() reply: FastifyReply): Promise<void> {
    await fleetMigrations.find(this.control, id);
    const read = async () => migrationView(await fleetMigrations.find(this.control, id));
    await sendEvents(reply, (closed) => progressEvents(read, closed, (migration) => ({ ...migration, seconds_left: null })));
  }

  @Post(':migration/pause')
  @ForPlatformAdmins()
  @HttpCode(200)
  @Describe({
    summary: 'Pause a fleet migration',
    description: 'No other account is begun; those under way are finished.',
    answers: { 200: FleetMigration },
    problems: [...PROBLEMS, 'not_found', 'idempotency_in_progress'],
  })
  pause(@CurrentActor() actor: Actor, @Param('migration') id: string, @Repeat() repeat: Repeatable): Promise<FleetMigration> {
    return this.setStatus(actor, id, 'paused', repeat);
  }

  @Post(':migration/resume')
  @ForPlatformAdmins()
  @HttpCode(200)
  @Describe({
    summary: 'Resume a fleet migration',
    answers: { 200: FleetMigration },
    problems: [...PROBLEMS, 'not_found', 'idempotency_in_progress'],
  })
  resume(@CurrentActor() actor: Actor, @Param('migration') id: string, @Repeat() repeat: Repeatable): Promise<FleetMigration> {
    return this.setStatus(actor, id, 'running', repeat);
  }

  private async setStatus(actor: Actor, id: string, status: 'running' | 'paused', repeat: Repeatable): Promise<FleetMigration> {
    return this.repeats.once(repeat, `POST ${status} ${id}`, {}, async () =>
      migrationView(await this.migrator.setStatus(id, status, lifecycleActor(actor))),
    );
  }
}
