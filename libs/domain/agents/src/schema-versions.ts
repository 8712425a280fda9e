/**
 * The oldest schema of an account's database that this code can work with: the name of its last migration. Raise it together with
 * code that cannot do without a newer one; accounts that are behind answer 503 until they are migrated, and no others do.
 */
export const TENANT_SCHEMA_MINIMUM = 'ImportFormats1764920000000';

/** The last migration of an account's database that this code knows. An account whose schema needs a newer one answers 503, alone. */
export const TENANT_SCHEMA_KNOWN = 'EntryNameIndex1764990000000';
