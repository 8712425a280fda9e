import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse, type ApiResponseOptions } from '@nestjs/swagger';
import { Problem, problems, type ProblemCode } from '@salient/contracts';
import { z } from 'zod';
import { PROBLEM_MEDIA_TYPE } from '../http/problem.js';

export interface RouteDescription {
  readonly summary: string;
  readonly description?: string;
  /** Wire type of the JSON body. */
  readonly body?: z.ZodType;
  /** Wire type of the query. */
  readonly query?: z.ZodObject;
  /** Wire type of each good answer by status; null for one without a body, the name of a stream, or both forms that it may have. */
  readonly answers: Readonly<Record<number, z.ZodType | StreamName | readonly [z.ZodType, StreamName] | null>>;
  /** What headers say that belong to the answer of a status. */
  readonly headers?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** The errors that are this route's own, beside those that every route has. */
  readonly problems?: readonly ProblemCode[];
}

/** Answers that are no JSON document. */
const STREAMS = {
  'event-stream': { description: 'Server-sent events', type: 'text/event-stream' },
  'json-lines': { description: 'JSON documents, one on each line', type: 'application/x-ndjson' },
  document: { description: 'A document as YAML or JSON', type: 'application/yaml' },
  csv: { description: 'Comma-separated values (RFC 4180)', type: 'text/csv' },
} as const;

type StreamName = keyof typeof STREAMS;
type Schema = Extract<Parameters<typeof ApiBody>[0], { schema: unknown }>['schema'];

/** Describes a route for the OpenAPI document, from the wire types that also validate it. */
export function Describe({
  summary,
  description,
  body,
  query,
  answers,
  headers = {},
  problems: codes = [],
}: RouteDescription): MethodDecorator {
  return applyDecorators(
    hideWireTypes,
    ApiOperation({ summary, description }),
    ...(body ? [ApiBody({ required: true, schema: schemaOf(body, 'input') })] : []),
    ...(query ? queryParameters(query) : []),
    ...Object.entries(answers).map(([status, answer]) =>
      ApiResponse({ status: Number(status), headers: headersOf(headers[Number(status)]), ...answerOf(answer) }),
    ),
    ...problemResponses(codes),
  );
}

/**
 * A wire type is a schema and a type of one name, so the compiler notes the schema as the parameter's class. Nest's explorer
 * would look for its prototype; what a parameter is, the description says.
 */
const hideWireTypes: MethodDecorator = (target, method) => {
  const types = (Reflect.getMetadata('design:paramtypes', target, method) ?? []) as unknown[];
  Reflect.defineMetadata(
    'design:paramtypes',
    types.map((type) => (typeof type === 'function' ? type : Object)),
    target,
    method,
  );
};

function answerOf(answer: RouteDescription['answers'][number]): ApiResponseOptions {
  if (answer === null || answer === undefined) return { description: 'No content' };
  if (typeof answer === 'string') {
    const { description, type } = STREAMS[answer];
    return { description, content: { [type]: { schema: { type: 'string' } } } };
  }
  if (isEither(answer)) {
    const [whole, stream] = answer.map((form) => answerOf(form) as { readonly content: object });
    return { description: 'OK', content: { ...whole!.content, ...stream!.content } };
  }
  return { description: 'OK', content: { 'application/json': { schema: schemaOf(answer, 'output') } } };
}

function headersOf(headers?: Readonly<Record<string, string>>): ApiResponseOptions['headers'] {
  if (!headers) return undefined;
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]),
  );
}

function isEither(answer: z.ZodType | readonly [z.ZodType, StreamName]): answer is readonly [z.ZodType, StreamName] {
  return Array.isArray(answer);
}

function queryParameters(query: z.ZodObject): MethodDecorator[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) =>
    ApiQuery({ name, required: required.includes(name), schema: schema as Schema }),
  );
}

/** What every document has once, for all the responses that point to it. */
export const sharedSchemas = (): Record<string, Schema> => ({ Problem: schemaOf(Problem, 'output') });

/** One response for each status, which names the codes that it may carry. */
function problemResponses(codes: readonly ProblemCode[]): MethodDecorator[] {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return [...byStatus].map(([status, names]) => ApiResponse({ status, ...problemResponse(names) }));
}

/** A response that names the codes that it may carry. */
export function problemResponse(codes: readonly ProblemCode[]): { description: string; content: Record<string, { schema: Schema }> } {
  return {
    description: codes.join(', '),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema as Schema;
}
