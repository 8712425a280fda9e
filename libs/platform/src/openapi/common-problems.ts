import type { OpenAPIObject } from '@nestjs/swagger';
import { problems, type ProblemCode } from '@salient/contracts';
import { problemResponse } from './describe.js';

/** Of paths with a part that may be written so that it cannot be read. */
const OF_PATHS: readonly ProblemCode[] = ['invalid_request'];
/** Of those that may have a body, also where none is asked for. */
const OF_BODIES: readonly ProblemCode[] = ['invalid_request', 'body_too_large', 'unsupported_media_type'];

/** Adds what is answered before a route is asked, where the route does not say more of that status itself. */
export function addCommonProblems({ paths }: OpenAPIObject): void {
  for (const [path, operations] of Object.entries(paths)) {
    const ofPath = path.includes('{') ? OF_PATHS : [];
    for (const [method, operation] of Object.entries(operations) as [string, { responses: Record<string, object> }][]) {
      for (const code of method === 'get' ? ofPath : OF_BODIES) operation.responses[problems[code].status] ??= problemResponse([code]);
    }
  }
}
