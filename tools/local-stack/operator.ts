import { runNode } from './run-program.ts';
import type { Secrets } from './secrets.ts';
import { workspace } from './settings.ts';

const CLI = 'dist/apps/salient-cli/main.js';
const DEMO_DATA = `${workspace}tools/demo/data`;

export interface DemoToken {
  readonly kind: 'sk' | 'pk';
  readonly ref: string;
  /** Only in the answer of the command that made it. */
  readonly token?: string;
}

export interface DemoAccount {
  readonly id: string;
  readonly slug: string;
  readonly agents: readonly string[];
  readonly tokens: readonly DemoToken[];
}

/** The stack does what an operator would: it runs `salient …`. */
export class Operator {
  private readonly environment: NodeJS.ProcessEnv;
  private readonly signal: AbortSignal;

  constructor(environment: NodeJS.ProcessEnv, signal: AbortSignal) {
    this.environment = environment;
    this.signal = signal;
  }

  async migrate(): Promise<void> {
    await this.run(['migrate', '--json']);
  }

  /** @param held refs of the demo tokens whose text we have: tokens that are not among them are made anew */
  async demo(held: readonly string[]): Promise<DemoAccount[]> {
    const { accounts } = await this.run<{ accounts: DemoAccount[] }>(['demo', '--data', DEMO_DATA, '--json', '--holding', ...held]);
    return accounts;
  }

  /** Makes the platform administrator, or gives the one that is there this password. */
  async ensureAdmin({ email, password }: Secrets['admin']): Promise<void> {
    await this.run(['user', 'create', '--email', email, '--password-stdin', '--platform-admin', '--reset-password', '--json'], password);
  }

  private async run<Answer>(args: readonly string[], input?: string): Promise<Answer> {
    return JSON.parse(await runNode([CLI, ...args], { environment: this.environment, signal: this.signal, input })) as Answer;
  }
}
