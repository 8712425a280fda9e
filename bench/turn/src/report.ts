import type { StreamFigures, TurnFigures } from './measurement.js';
import { PEERS, type PeerName } from './peers/peers.js';

export interface Figures {
  readonly turn: Readonly<Record<PeerName, TurnFigures>>;
  readonly statements: Readonly<Record<string, number>>;
  /** In milliseconds. */
  readonly firstDelta: Readonly<Record<PeerName, number>>;
  /** In microseconds. */
  readonly delta: Readonly<Record<PeerName, number>>;
  readonly stream: Readonly<Record<PeerName, StreamFigures>>;
}

/** The figures as rows of a table for people, as soon as they are there: each beside the raw limit. */
export const rows = {
  head: () => line('', ...PEERS, 'salient/raw', 'naive/salient'),
  turn: (turn: Figures['turn']) => [
    row('Server CPU per turn, ms', (peer) => turn[peer].serverCpuMs, 3),
    row('PostgreSQL CPU per turn, ms', (peer) => turn[peer].postgresCpuMs, 3),
    row('Turns per second, 64 connections', (peer) => turn[peer].turnsPerSecond, 0),
  ],
  statements: (statements: Figures['statements']) => row('Statements per turn', (peer) => statements[peer] ?? NaN, 1),
  firstDelta: (firstDelta: Figures['firstDelta']) => row('First delta, p50, ms', (peer) => firstDelta[peer], 2),
  delta: (delta: Figures['delta']) => row('Server CPU per streamed delta, µs', (peer) => delta[peer], 1),
  stream: (stream: Figures['stream']) => [
    row('Resident memory per open stream, KiB', (peer) => stream[peer].residentBytes / 1_024, 1),
    row('Memory of JavaScript per open stream, KiB', (peer) => stream[peer].heldBytes / 1_024, 1),
    row('CPU while all streams are silent, % of a core', (peer) => stream[peer].idleCpuShare * 100, 1),
  ],
};

function row(what: string, figureOf: (peer: PeerName) => number, decimals: number): string {
  const ratio = (over: PeerName, under: PeerName) => (figureOf(over) / figureOf(under)).toFixed(2);
  return line(what, ...PEERS.map((peer) => figureOf(peer).toFixed(decimals)), ratio('salient', 'raw'), ratio('naive', 'salient'));
}

function line(what: string, ...cells: readonly string[]): string {
  return what.padEnd(46) + cells.map((cell) => cell.padStart(14)).join('');
}
