import { z } from 'zod';
import { InvalidRequest, UnknownField } from '../errors/common.errors.js';
import { parseInput } from './zod.pipe.js';

const Shape = z.strictObject({ name: z.string().min(1), 'a/b': z.number().optional(), tags: z.array(z.string()).default([]) });

function faultsOf(value: unknown) {
  try {
    parseInput(Shape, value);
  } catch (error) {
    return error as InvalidRequest;
  }
  throw new Error('was accepted');
}

describe('parseInput', () => {
  it('answers the typed value, defaults filled in', () => {
    expect(parseInput(Shape, { name: 'x' })).toEqual({ name: 'x', tags: [] });
  });

  it('names every fault by its JSON pointer', () => {
    const error = faultsOf({ name: '', 'a/b': 'no', tags: ['ok', 1] });
    expect(error).toBeInstanceOf(InvalidRequest);
    expect(error.faults.map((fault) => fault.pointer)).toEqual(['/name', '/a~1b', '/tags/1']);
  });

  it('tells unknown fields apart when they are the only fault', () => {
    expect(faultsOf({ name: 'x', nope: 1 })).toBeInstanceOf(UnknownField);
    expect(faultsOf({ nope: 1 })).toBeInstanceOf(InvalidRequest);
  });

  it.each([undefined, null, 1, 'text', []])('refuses %j where an object is needed', (value) => {
    expect(faultsOf(value)).toBeInstanceOf(InvalidRequest);
  });
});
