import type { MigrationClass } from '../migrate.js';
import { ControlSchema1764000000000 } from './1764000000000-control-schema.js';
import { SchemaCompatibility1764100000000 } from './1764100000000-schema-compatibility.js';
import { DatabaseServerAccess1764300000000 } from './1764300000000-database-server-access.js';
import { TenantLifecycle1764200000000 } from './1764200000000-tenant-lifecycle.js';
import { TokenAdministration1764500000000 } from './1764500000000-token-administration.js';
import { FleetMigrations1764710000000 } from './1764710000000-fleet-migrations.js';
import { Rates1764810000000 } from './1764810000000-rates.js';
import { SchemaAdministration1764910000000 } from './1764910000000-schema-administration.js';
import { People1764510000000 } from './1764510000000-people.js';
import { TenantMoves1764920000000 } from './1764920000000-tenant-moves.js';
import { DatabasePool1764930000000 } from './1764930000000-database-pool.js';
import { TenantCompatibility1764940000000 } from './1764940000000-tenant-compatibility.js';
import { TenantRestores1764950000000 } from './1764950000000-tenant-restores.js';
import { DeletionSize1764960000000 } from './1764960000000-deletion-size.js';
import { FormerSizes1764970000000 } from './1764970000000-former-sizes.js';
import { SignInSessions1764980000000 } from './1764980000000-sign-in-sessions.js';

/** Every control migration, oldest first. */
export const controlMigrations: readonly MigrationClass[] = [
  ControlSchema1764000000000,
  SchemaCompatibility1764100000000,
  TenantLifecycle1764200000000,
  DatabaseServerAccess1764300000000,
  TokenAdministration1764500000000,
  People1764510000000,
  FleetMigrations1764710000000,
  Rates1764810000000,
  SchemaAdministration1764910000000,
  TenantMoves1764920000000,
  DatabasePool1764930000000,
  TenantCompatibility1764940000000,
  TenantRestores1764950000000,
  DeletionSize1764960000000,
  FormerSizes1764970000000,
  SignInSessions1764980000000,
];
