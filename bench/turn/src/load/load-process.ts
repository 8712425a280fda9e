import type { Account, AgentName } from '../accounts.js';
import { Visitor } from './visitor.js';

// The load generator: a process of its own, told by messages what to ask.

/** Turns in one conversation. */
const CONVERSATION_TURNS = 4;
/** How many visitors come at once when many are to stay. */
const ARRIVING = 32;

export type LoadOrder =
  | {
      /** Visitors that ask one question after another, each on a connection of its own. */
      readonly kind: 'turns';
      readonly port: number;
      readonly accounts: readonly Account[];
      readonly agent: AgentName;
      readonly visitors: number;
      readonly turns: number;
      readonly stream: boolean;
    }
  | {
      /** Visitors who each begin to read an answer; answered when all have read a first piece. */
      readonly kind: 'gather';
      readonly port: number;
      readonly accounts: readonly Account[];
      readonly visitors: number;
    }
  /** Answered when those that gathered have read their answers to the end. */
  | { readonly kind: 'disperse' };

export interface LoadReport {
  readonly seconds: number;
  /** Of each turn that was streamed, in milliseconds. */
  readonly firstDeltaMs: readonly number[];
}

let reading: Promise<unknown> = Promise.resolve();

async function carryOut(order: LoadOrder): Promise<LoadReport> {
  const startedAt = performance.now();
  const firstDeltaMs: number[] = [];
  if (order.kind === 'turns') await converse(order, firstDeltaMs);
  else if (order.kind === 'gather') await gather(order);
  else await reading;
  return { seconds: (performance.now() - startedAt) / 1_000, firstDeltaMs };
}

async function converse(order: Extract<LoadOrder, { kind: 'turns' }>, firstDeltaMs: number[]): Promise<void> {
  let left = order.turns;
  const talk = async (index: number) => {
    const visitor = await Visitor.arrive(order.port);
    const { slug: account, token } = order.accounts[index % order.accounts.length]!;
    for (let turn = 0, sessionId: string | null = null; left-- > 0; turn++) {
      if (turn % CONVERSATION_TURNS === 0) sessionId = null;
      const heard = await visitor.ask({ account, token, agent: order.agent, sessionId, stream: order.stream });
      sessionId = heard.sessionId;
      if (heard.firstDeltaMs !== null) firstDeltaMs.push(heard.firstDeltaMs);
    }
    visitor.leave();
  };
  await Promise.all(Array.from({ length: order.visitors }, (_, index) => talk(index)));
}

async function gather({ port, accounts, visitors }: Extract<LoadOrder, { kind: 'gather' }>): Promise<void> {
  const answers: Promise<unknown>[] = [];
  let arrived = 0;
  const arrive = async () => {
    while (arrived < visitors) {
      const { slug: account, token } = accounts[arrived++ % accounts.length]!;
      const visitor = await Visitor.arrive(port);
      answers.push(visitor.ask({ account, token, agent: 'hold', sessionId: null, stream: true }).then(() => visitor.leave()));
      await visitor.begins();
    }
  };
  await Promise.all(Array.from({ length: ARRIVING }, arrive));
  reading = Promise.all(answers);
}

process.on('message', (order: LoadOrder) => {
  carryOut(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
