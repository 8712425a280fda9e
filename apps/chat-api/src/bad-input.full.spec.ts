import { fuzzApi } from '@salient/platform/testing';
import { fuzzTarget } from './testing/fuzz-target.js';
import { startTestService, type TestService } from './testing/test-service.js';

describe('chat-api, whatever it is sent very often', () => {
  let service: TestService;
  beforeAll(async () => (service = await startTestService(['acme', 'globex'])));
  afterAll(() => service.close());

  it('answers on every route with a known code, nothing internal, and nothing of another account', async () => {
    const { failures, reached, operations } = await fuzzApi(await fuzzTarget(service), 300);
    expect(failures).toEqual([]);
    expect(reached.size).toBeGreaterThan(operations / 2); // it came past the door
  }, 900_000);
});
