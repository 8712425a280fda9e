import { packageVersion } from '@salient/platform';
import { Command } from 'commander';
import { accountCommand } from './account.command.js';
import { agentCommand } from './agent.command.js';
import { demoCommand } from './demo/demo.command.js';
import { directoryCommand } from './directory.command.js';
import { driftCommand } from './drift.command.js';
import { keysCommand } from './keys.command.js';
import { migrateCommand } from './migrate.command.js';
import { poolCommand } from './pool.command.js';
import { serverCommand } from './server.command.js';
import { tokenCommand } from './token.command.js';
import { usageCommand } from './usage.command.js';
import { userCommand } from './user.command.js';
import { verifyCommand } from './verify/verify.command.js';

/** `salient …`: what an operator does from a shell or a Job. It reads the same variables as the services. */
export function createProgram(): Command {
  const commands = [
    migrateCommand,
    accountCommand,
    agentCommand,
    tokenCommand,
    userCommand,
    usageCommand,
    directoryCommand,
    demoCommand,
    serverCommand,
    poolCommand,
    keysCommand,
    driftCommand,
    verifyCommand,
  ];
  const program = new Command('salient').description('Operates Salient: databases, accounts, agents, tokens, users.');
  program.version(packageVersion(import.meta.dirname)).showHelpAfterError();
  for (const command of commands) program.addCommand(command());
  return program;
}
