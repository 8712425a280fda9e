import type { Command } from 'commander';

/** Adds `--json` to a command: one JSON object on one line for programs, instead of lines for people. */
export function withJson(command: Command): Command {
  return command.option('--json', 'print one JSON object instead of text');
}

/** Prints what a command did, the way that its caller asked for. */
export function print(answer: object, { json }: { readonly json?: boolean }, describe: () => readonly string[]): void {
  console.log(json ? JSON.stringify(answer) : describe().join('\n'));
}
