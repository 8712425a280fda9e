import { documentedMedia, exampleFaults, unexemplified, type DocumentedMedia } from '@salient/platform/testing';
import { startTestService, type TestService } from '../testing/test-service.js';

describe('the OpenAPI document', () => {
  let service: TestService;
  let media: DocumentedMedia[];
  beforeAll(async () => {
    service = await startTestService(['acme']);
    const { body } = await service.http().get('/openapi.json');
    media = documentedMedia(body.paths, (path) => /^\/(accounts|v1)\b/.test(path));
  });
  afterAll(() => service.close());

  it('has an example for everything that a route takes and answers', () => {
    expect(media.length).toBeGreaterThan(10);
    expect(unexemplified(media)).toEqual([]);
  });

  it('has examples that are what their schemas say', () => {
    expect(exampleFaults(media)).toEqual([]);
  });
});
