import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { startTestService, type TestService } from '../testing/test-service.js';

interface Media {
  schema: object;
  example?: unknown;
}
interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

describe('the OpenAPI document', () => {
  let service: TestService;
  let media: [string, Media][];
  beforeAll(async () => {
    service = await startTestService(['acme']);
    const { body } = await service.http().get('/openapi.json');
    media = Object.entries(body.paths as Record<string, Record<string, Operation>>)
      .filter(([path]) => /^\/(accounts|v1)\b/.test(path))
      .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => [`${method} ${path}`, operation] as const))
      .flatMap(([name, { requestBody, responses }]) => [
        ...Object.values(requestBody?.content ?? {}).map((content): [string, Media] => [`${name} body`, content]),
        ...Object.entries(responses)
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([status, { content }]) => Object.values(content ?? {}).map((each): [string, Media] => [`${name} ${status}`, each])),
      ]);
  });
  afterAll(() => service.close());

  it('has an example for everything that a route takes and answers', () => {
    expect(media.length).toBeGreaterThan(10);
    expect(media.filter(([, { example }]) => example === undefined).map(([name]) => name)).toEqual([]);
  });

  it('has examples that are what their schemas say', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const faults = media.flatMap(([name, { schema, example }]) => (ajv.validate(schema, example) ? [] : [`${name}: ${ajv.errorsText()}`]));
    expect(faults).toEqual([]);
  });
});
