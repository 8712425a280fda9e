import type { OpenAPIObject } from '@nestjs/swagger';

/** What a route is sent and answers with, for people who read the document. Streams are text. */
export interface RouteExample {
  readonly body?: unknown;
  /** By status. */
  readonly answers: Readonly<Record<number, unknown>>;
  /** The same as an event stream, where a route answers in both forms. */
  readonly streams?: Readonly<Record<number, string>>;
}

/** By method and path as the document has them: `POST /accounts/{account}/agents/{agent}/chat`. */
export type RouteExamples = Readonly<Record<string, RouteExample>>;

interface Media {
  example?: unknown;
}
interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses?: Record<string, { content?: Record<string, Media> }>;
}

/** Puts examples beside the schemas of their routes; one for a route that is not served says nothing. */
export function addExamples(document: OpenAPIObject, examples: RouteExamples): void {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations) as [string, Operation][]) {
      const example = examples[`${method.toUpperCase()} ${path}`];
      if (example) addExample(operation, example);
    }
  }
}

function addExample({ requestBody, responses = {} }: Operation, { body, answers, streams = {} }: RouteExample): void {
  if (body !== undefined) for (const media of Object.values(requestBody?.content ?? {})) media.example = body;
  for (const [status, answer] of Object.entries(answers)) {
    for (const [type, media] of Object.entries(responses[status]?.content ?? {}))
      media.example = (type === 'text/event-stream' && streams[Number(status)]) || answer;
  }
}
