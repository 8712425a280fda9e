import 'reflect-metadata';
import { InvalidEnvironment, SalientError } from '@salient/platform';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  const isExplained = error instanceof SalientError || error instanceof InvalidEnvironment;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
}
