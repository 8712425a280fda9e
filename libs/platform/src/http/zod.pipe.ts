import type { InputFault } from '@salient/contracts';
import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidRequest, UnknownField } from '../errors/common.errors.js';

/**
 * Validates a body or a query by its wire type: `@Body(zodPipe(ChatRequest)) body: ChatRequest`.
 *
 * @throws UnknownField when unknown fields are the only fault, otherwise InvalidRequest that names every fault
 */
export function zodPipe<Schema extends z.ZodType>(schema: Schema): PipeTransform<unknown, z.infer<Schema>> {
  return { transform: (value) => parseInput(schema, value) };
}

export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  if (value === undefined)
    throw new InvalidRequest('A JSON body is needed.', [{ pointer: '', code: 'required', detail: 'A JSON body is needed.' }]);
  const faults = result.error.issues.flatMap(faultsOf);
  if (faults.every((fault) => fault.code === 'unknown_field')) throw new UnknownField(faults);
  throw new InvalidRequest(
    faults
      .map((fault) => `${fault.pointer || 'body'}: ${fault.detail}`)
      .join('; ')
      .slice(0, 1_000),
    faults,
  );
}

function faultsOf(issue: z.core.$ZodIssue): InputFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: 'unknown_field',
      detail: 'This field is not known here.',
    }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [
    { pointer: pointerTo(issue.path), code: missing ? 'required' : issue.code, detail: missing ? 'This field is needed.' : issue.message },
  ];
}

/** RFC 6901, each part cut to a length that an answer can bear. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
