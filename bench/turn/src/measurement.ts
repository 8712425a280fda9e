import { setTimeout as wait } from 'node:timers/promises';
import { cpuMs, postgresCpuMs, residentBytes } from './accounting.js';
import type { LoadOrder, LoadReport } from './load/load-process.js';
import type { Peer, PeerName } from './peers/peers.js';
import type { HelperProcess } from './processes.js';

const VISITORS = 64;
/** Visitors of paced answers: few enough that nobody waits. */
const PACED_VISITORS = 16;
const DELTAS = { few: 20, many: 220 } as const;
/** Turns that go before what is measured: a peer that has waited for the others has closed its connections, or their plans. */
const AWAKENING_TURNS = 400;
/** What a peer still does for a load that has ended. */
const SETTLE_MS = 100;

type ByPeer<Figure> = Readonly<Record<PeerName, Figure>>;
type TurnLoad = Partial<Omit<Extract<LoadOrder, { kind: 'turns' }>, 'kind' | 'port' | 'accounts'>>;

interface Cost {
  /** CPU of the peer's process in milliseconds. */
  readonly serverMs: number;
  /** CPU of PostgreSQL in milliseconds. */
  readonly postgresMs: number;
  readonly report: LoadReport;
}

export interface TurnFigures {
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  readonly turnsPerSecond: number;
}

export interface StreamFigures {
  readonly residentBytes: number;
  readonly heldBytes: number;
  /** Of the server, while all streams are open and say nothing, as a part of one core. */
  readonly idleCpuShare: number;
}

/**
 * Takes the peers in turn, back and forth, so that what the machine does besides, and what PostgreSQL has still to do for the one
 * before, meets all of them alike; medians of the rounds count.
 */
export class Measurement {
  constructor(
    private readonly peers: readonly Peer[],
    private readonly helper: HelperProcess<LoadOrder, LoadReport>,
    private readonly postmaster: number,
  ) {}

  async warmUp(turns: number): Promise<void> {
    for (const peer of this.peers) {
      await this.load(peer, { turns });
      await this.load(peer, { turns: turns / 4, stream: true });
    }
  }

  async turns(rounds: number, turns: number): Promise<ByPeer<TurnFigures>> {
    const costs = await this.interleaved(rounds, async (peer) => {
      await this.load(peer, { turns: AWAKENING_TURNS });
      return this.cost(peer, { turns });
    });
    return mapped(costs, (rows) => ({
      serverCpuMs: median(rows.map(({ serverMs }) => serverMs / turns)),
      postgresCpuMs: median(rows.map(({ postgresMs }) => postgresMs / turns)),
      turnsPerSecond: median(rows.map(({ report }) => turns / report.seconds)),
    }));
  }

  /** From the question to the first piece of the answer, one visitor at a time: median in milliseconds. */
  async firstDelta(rounds: number, turns: number): Promise<ByPeer<number>> {
    const reports = await this.interleaved(rounds, (peer) => this.load(peer, { turns, visitors: 1, stream: true }));
    return mapped(reports, (rows) => median(rows.map(({ firstDeltaMs }) => median(firstDeltaMs))));
  }

  /** CPU for each piece of an answer that comes and goes by itself, in microseconds: the slope between short and long answers. */
  async deltas(rounds: number): Promise<ByPeer<number>> {
    const paced = { visitors: PACED_VISITORS, turns: PACED_VISITORS * 2, stream: true } as const;
    const costs = await this.interleaved(rounds, async (peer) => {
      const few = await this.cost(peer, { ...paced, agent: 'paced-20' });
      const many = await this.cost(peer, { ...paced, agent: 'paced-220' });
      return ((many.serverMs - few.serverMs) * 1_000) / (paced.turns * (DELTAS.many - DELTAS.few));
    });
    return mapped(costs, median);
  }

  /**
   * What an open stream holds in memory. The streams are opened twice: what the first ones leave allocated is no cost of a stream.
   *
   * @param release lets the model end what it holds back
   */
  async openStreams(visitors: number, release: () => void): Promise<ByPeer<StreamFigures>> {
    const figures: Partial<Record<PeerName, StreamFigures>> = {};
    for (const peer of this.peers) {
      await this.held(peer, visitors, release, async () => undefined);
      const before = await memoryOf(peer);
      figures[peer.name] = await this.held(peer, visitors, release, async () => {
        const cpuBefore = cpuMs(peer.server.pid);
        await wait(3_000);
        const idleCpuShare = (cpuMs(peer.server.pid) - cpuBefore) / 3_000;
        const after = await memoryOf(peer);
        return {
          residentBytes: (after.resident - before.resident) / visitors,
          heldBytes: (after.held - before.held) / visitors,
          idleCpuShare,
        };
      });
    }
    return figures as ByPeer<StreamFigures>;
  }

  async profile(peer: Peer, turns: number): Promise<unknown> {
    const inspector = await peer.server.inspect();
    await inspector.startProfile();
    await this.load(peer, { turns });
    return inspector.stopProfile();
  }

  load({ server, accounts }: Peer, load: TurnLoad): Promise<LoadReport> {
    return this.helper.ask({
      kind: 'turns',
      port: server.port,
      accounts,
      agent: 'short',
      visitors: VISITORS,
      turns: 1,
      stream: false,
      ...load,
    });
  }

  private async cost(peer: Peer, load: TurnLoad): Promise<Cost> {
    const [server, postgres] = [cpuMs(peer.server.pid), postgresCpuMs(this.postmaster)];
    const report = await this.load(peer, load);
    await wait(SETTLE_MS);
    return { serverMs: cpuMs(peer.server.pid) - server, postgresMs: postgresCpuMs(this.postmaster) - postgres, report };
  }

  private async interleaved<Row>(rounds: number, measure: (peer: Peer) => Promise<Row>): Promise<ByPeer<Row[]>> {
    const rows = Object.fromEntries(this.peers.map(({ name }) => [name, []])) as unknown as Record<PeerName, Row[]>;
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? this.peers : this.peers.toReversed();
      for (const peer of order) rows[peer.name].push(await measure(peer));
    }
    return rows;
  }

  private async held<Result>(
    { server, accounts }: Peer,
    visitors: number,
    release: () => void,
    work: () => Promise<Result>,
  ): Promise<Result> {
    await this.helper.ask({ kind: 'gather', port: server.port, accounts, visitors });
    const result = await work();
    release();
    await this.helper.ask({ kind: 'disperse' });
    return result;
  }
}

async function memoryOf({ server }: Peer): Promise<{ readonly resident: number; readonly held: number }> {
  const inspector = await server.inspect();
  await inspector.collectGarbage();
  return { resident: residentBytes(server.pid), held: await inspector.heldBytes() };
}

function mapped<From, To>(rows: ByPeer<From>, map: (row: From) => To): ByPeer<To> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, map(row as From)])) as unknown as ByPeer<To>;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)]!;
}
