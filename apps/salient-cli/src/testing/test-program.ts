import type { Command } from 'commander';
import { createProgram } from '../program.js';

/** The program, which throws where it would end the process, and keeps quiet about it. */
export function testProgram(): Command {
  return overridden(createProgram());
}

function overridden(command: Command): Command {
  for (const below of command.commands) overridden(below);
  return command.exitOverride().configureOutput({ writeErr: () => undefined });
}
