import { fuzzApi } from '@salient/platform/testing';
import { fuzzTarget } from './testing/fuzz-target.js';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

describe('admin-api, whatever it is sent very often', () => {
  let admin: TestAdmin;
  beforeAll(async () => (admin = await startTestAdmin('acme', 'globex')));
  afterAll(() => admin.close());

  it('answers on every route with a known code, nothing internal, and nothing of another account', async () => {
    const { failures, reached, operations } = await fuzzApi(await fuzzTarget(admin), 300);
    expect(failures).toEqual([]);
    expect(reached.size).toBeGreaterThan(operations / 2); // it came past the door
  }, 900_000);
});
