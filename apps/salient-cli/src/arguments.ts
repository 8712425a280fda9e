import { Grace, graceSeconds } from '@salient/contracts';
import { InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';

/** Reads what stands on a command line by a wire type. What is wrong with it is told beside the option's or the argument's name. */
export function fitting<Value>(schema: z.ZodType<Value>): (text: string) => Value {
  return (text) => {
    const { data, error } = schema.safeParse(text);
    if (error) throw new InvalidArgumentError(error.issues.map(({ message }) => message).join('; '));
    return data;
  };
}

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`);
    return number;
  };
}

/** An option that is a time such as `7d`; it is had in seconds. */
export function graceOption(flags: string, description: string, otherwise: string): Option {
  const grace = fitting(Grace);
  return new Option(flags, description).argParser((text) => graceSeconds(grace(text))).default(graceSeconds(otherwise), otherwise);
}
