import { testControlDatabase, type TestControlDatabase } from '../testing/test-databases.js';
import { readControlSchema } from './control-schema.js';
import { migrateControlDatabase } from './migrate-control-database.js';
import { controlMigrations } from './migrations/index.js';
import { MIGRATIONS_TABLE } from './migrate.js';

describe('the schema of the control database', () => {
  let database: TestControlDatabase;
  beforeEach(async () => {
    database = await testControlDatabase();
  });
  afterEach(() => database.close());

  it('is current when every migration of this code has run', async () => {
    expect(await readControlSchema(database.control)).toEqual({ state: 'current', ran: controlMigrations.map(({ name }) => name) });
  });

  it('is behind when one has not, and when none ever ran', async () => {
    const newest = controlMigrations.at(-1)!.name;
    await database.control.query(`DELETE FROM ${MIGRATIONS_TABLE} WHERE name = $1`, [newest]);
    expect(await readControlSchema(database.control)).toEqual({ state: 'behind', missing: [newest] });
    await database.control.query(`DROP TABLE ${MIGRATIONS_TABLE}`);
    expect(await readControlSchema(database.control)).toMatchObject({
      state: 'behind',
      missing: controlMigrations.map(({ name }) => name),
    });
  });

  it('lets older code live on while a newer migration only adds', async () => {
    await database.control.query(`INSERT INTO ${MIGRATIONS_TABLE} (timestamp, name) VALUES (9999999999999, 'Newer9999999999999')`);
    expect(await readControlSchema(database.control)).toMatchObject({ state: 'current' });
  });

  it('is ahead when a newer migration took away what this code needs', async () => {
    await database.control.query(`INSERT INTO schema_compatibility (oldest_code) VALUES ('Newer9999999999999')`);
    expect(await readControlSchema(database.control)).toEqual({ state: 'ahead', needs: 'Newer9999999999999' });
    expect(await migrateControlDatabase(database.address)).toEqual([]);
    expect(await readControlSchema(database.control)).toMatchObject({ state: 'ahead' });
  });
});
