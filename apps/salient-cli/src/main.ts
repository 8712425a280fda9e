import 'reflect-metadata';
import { CannotUnseal, InvalidEnvironment, SalientError } from '@salient/platform';
import { ArchiveMismatch } from '@salient/tenancy/lifecycle';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  const isExplained = [SalientError, InvalidEnvironment, CannotUnseal, ArchiveMismatch].some((kind) => error instanceof kind);
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = 1;
}
