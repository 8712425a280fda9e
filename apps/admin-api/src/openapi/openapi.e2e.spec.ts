import { documentedMedia, exampleFaults, unexemplified, type DocumentedMedia } from '@salient/platform/testing';
import { startTestAdmin, type TestAdmin } from '../testing/test-admin.js';

describe('the OpenAPI document of admin-api', () => {
  let admin: TestAdmin;
  let media: DocumentedMedia[];
  beforeAll(async () => {
    admin = await startTestAdmin('acme');
    const { body } = await admin.http().get('/openapi.json');
    media = documentedMedia(body.paths, (path) => path.startsWith('/api/admin/'));
  });
  afterAll(() => admin.close());

  it('has an example for everything that a route takes and answers', () => {
    expect(media.length).toBeGreaterThan(100);
    expect(unexemplified(media)).toEqual([]);
  });

  it('has examples that are what their schemas say', () => {
    expect(exampleFaults(media)).toEqual([]);
  });
});
