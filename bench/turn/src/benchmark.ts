import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentEntities } from '@salient/domain/agents';
import { directoryEntities } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { testTenancy } from '@salient/tenancy/testing';
import { HelperProcess } from './processes.js';
import type { LoadOrder, LoadReport } from './load/load-process.js';
import { Measurement } from './measurement.js';
import { PEERS, slugsOf, startPeer, type Peer } from './peers/peers.js';
import { rows, type Figures } from './report.js';
import { Statements } from './statements.js';

// What a turn costs in chat-api, beside the raw limit and a naive build of the same, in one run on one PostgreSQL server.

const number = (name: string, fallback: number) => Number(process.env[name] ?? fallback);
const ROUNDS = number('BENCH_ROUNDS', 7);
const TURNS = number('BENCH_TURNS', 2_000);
const WARM_UP_TURNS = number('BENCH_WARM_UP_TURNS', 6_000);
const OPEN_STREAMS = number('BENCH_STREAMS', 1_000);
/** Where the figures go as JSON besides. */
const RESULT_FILE = process.env['BENCH_JSON'];
/** Folder for a CPU profile of each peer. */
const PROFILES = process.env['BENCH_PROFILES'];

const folder = mkdtempSync(join(tmpdir(), 'salient-bench-turn-'));
const tenancy = await testTenancy(
  { migrations: tenantMigrations, entities: [...agentEntities, ...directoryEntities] },
  ...PEERS.flatMap(slugsOf),
);
const model = new HelperProcess<{ release: true }, AddressInfo>('model-server');
const modelUrl = `http://127.0.0.1:${(await model.greeting).port}/v1`;
const load = new HelperProcess<LoadOrder, LoadReport>('load');
const peers: Peer[] = [];
try {
  for (const name of PEERS) peers.push(await startPeer(name, tenancy, modelUrl, folder));
  await measure();
} finally {
  for (const { server } of peers) await server.stop();
  load.stop();
  model.stop();
  await tenancy.close();
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const statements = await Statements.open(tenancy);
  const measurement = new Measurement(peers, load, statements.postmaster);
  say(`Node ${process.version}, PostgreSQL ${statements.version}, ${ROUNDS} rounds of ${TURNS} turns for each peer`);
  await measurement.warmUp(WARM_UP_TURNS);
  say(rows.head());
  const figures: Figures = {
    turn: told(await measurement.turns(ROUNDS, TURNS), rows.turn),
    statements: told(await statements.perTurn((peer, turns) => measurement.load(peer, { turns, visitors: 8 }), peers), rows.statements),
    firstDelta: told(await measurement.firstDelta(ROUNDS * 2, 100), rows.firstDelta),
    delta: told(await measurement.deltas(ROUNDS), rows.delta),
    stream: told(await measurement.openStreams(OPEN_STREAMS, () => model.tell({ release: true })), rows.stream),
  };
  await statements.requireSameEffects(peers);
  await statements.close();
  if (RESULT_FILE) writeFileSync(RESULT_FILE, `${JSON.stringify(figures, null, 2)}\n`);
  if (PROFILES) await profile(measurement, PROFILES);
}

async function profile(measurement: Measurement, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const peer of peers) writeFileSync(join(out, `${peer.name}.cpuprofile`), JSON.stringify(await measurement.profile(peer, TURNS * 2)));
}

/** Tells the figures on their way. */
function told<Part>(part: Part, rowsOf: (part: Part) => string | string[]): Part {
  say([rowsOf(part)].flat().join('\n'));
  return part;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
