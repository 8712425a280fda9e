import 'reflect-metadata';
import { CannotUnseal, InvalidEnvironment, SalientError } from '@salient/platform';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  const isExplained = [SalientError, InvalidEnvironment, CannotUnseal].some((kind) => error instanceof kind);
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = 1;
}
