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

/** The figures as a table for people: each beside the raw limit. */
export function report({ turn, statements, firstDelta, delta, stream }: Figures): string {
  const kib = (bytes: number) => bytes / 1_024;
  return [
    line('', ...PEERS, 'salient/raw', 'naive/salient'),
    row('Server CPU per turn, ms', (peer) => turn[peer].serverCpuMs, 3),
    row('PostgreSQL CPU per turn, ms', (peer) => turn[peer].postgresCpuMs, 3),
    row('Statements per turn', (peer) => statements[peer] ?? NaN, 1),
    row('Turns per second, 64 connections', (peer) => turn[peer].turnsPerSecond, 0),
    row('First delta, p50, ms', (peer) => firstDelta[peer], 2),
    row('Server CPU per streamed delta, µs', (peer) => delta[peer], 1),
    row('Resident memory per open stream, KiB', (peer) => kib(stream[peer].residentBytes), 1),
    row('Memory of JavaScript per open stream, KiB', (peer) => kib(stream[peer].heldBytes), 1),
    row('CPU of 1,000 silent streams, % of a core', (peer) => stream[peer].idleCpuShare * 100, 1),
  ].join('\n');
}

function row(what: string, figureOf: (peer: PeerName) => number, decimals: number): string {
  const ratio = (over: PeerName, under: PeerName) => (figureOf(over) / figureOf(under)).toFixed(2);
  return line(what, ...PEERS.map((peer) => figureOf(peer).toFixed(decimals)), ratio('salient', 'raw'), ratio('naive', 'salient'));
}

function line(what: string, ...cells: readonly string[]): string {
  return what.padEnd(44) + cells.map((cell) => cell.padStart(14)).join('');
}
