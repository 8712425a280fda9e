import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { startTestAdmin, type TestAdmin } from '../testing/test-admin.js';

interface Media {
  schema: object;
  example?: unknown;
}
interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

/** Files are shown where they are answered; JSON has no word for the bytes of an upload. */
const UPLOADS = ['multipart/form-data', 'text/csv'];

describe('the OpenAPI document of admin-api', () => {
  let admin: TestAdmin;
  let media: [string, Media][];
  beforeAll(async () => {
    admin = await startTestAdmin('acme');
    const { body } = await admin.http().get('/openapi.json');
    media = Object.entries(body.paths as Record<string, Record<string, Operation>>)
      .filter(([path]) => path.startsWith('/api/admin/'))
      .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => [`${method} ${path}`, operation] as const))
      .flatMap(([name, { requestBody, responses }]) => [
        ...Object.entries(requestBody?.content ?? {})
          .filter(([type]) => !UPLOADS.includes(type))
          .map(([, content]): [string, Media] => [`${name} body`, content]),
        ...Object.entries(responses)
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([status, { content }]) => Object.values(content ?? {}).map((each): [string, Media] => [`${name} ${status}`, each])),
      ]);
  });
  afterAll(() => admin.close());

  it('has an example for everything that a route takes and answers', () => {
    expect(media.length).toBeGreaterThan(100);
    expect(media.filter(([, { example }]) => example === undefined).map(([name]) => name)).toEqual([]);
  });

  it('has examples that are what their schemas say', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const format of ['cidrv4', 'cidrv6']) ajv.addFormat(format, /^[\da-f.:]+\/\d+$/);
    const faults = media.flatMap(([name, { schema, example }]) => (ajv.validate(schema, example) ? [] : [`${name}: ${ajv.errorsText()}`]));
    expect(faults).toEqual([]);
  });
});
