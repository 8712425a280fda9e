import 'reflect-metadata';
import { faultOf } from './fault.js';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  console.error(faultOf(error));
  process.exitCode = 1;
}
