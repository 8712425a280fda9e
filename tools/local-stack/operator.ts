import type { StopRequest } from './stop-request.ts';
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
  constructor(
    private readonly environment: NodeJS.ProcessEnv,
    private readonly signal: StopRequest['stop'],
  ) {}

  async migrate(): Promise<void> {
    await this.run(['migrate', '--json']);
  }

  async demo(): Promise<DemoAccount[]> {
    const { accounts } = await this.run<{ accounts: DemoAccount[] }>(['demo', '--data', DEMO_DATA, '--json']);
    return accounts;
  }

  async createToken(account: string, kind: DemoToken['kind']): Promise<DemoToken> {
    const origins = kind === 'pk' ? ['--origin', 'http://localhost:3000'] : [];
    return await this.run<DemoToken>([
      'token',
      'create',
      '--account',
      account,
      '--kind',
      kind,
      '--name',
      'Local stack',
      ...origins,
      '--json',
    ]);
  }

  /** Makes the platform administrator, or gives the one that is there this password. */
  async ensureAdmin({ email, password }: Secrets['admin']): Promise<void> {
    await this.run(['user', 'create', '--email', email, '--password-stdin', '--platform-admin', '--if-missing', '--json'], password);
  }

  private async run<Answer>(args: readonly string[], input?: string): Promise<Answer> {
    return JSON.parse(await runNode([CLI, ...args], { environment: this.environment, signal: this.signal, input })) as Answer;
  }
}
