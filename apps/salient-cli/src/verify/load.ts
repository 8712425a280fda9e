import { call } from './http.js';
import type { Report } from './report.js';
import type { ThrowawayAccount } from './throwaway-account.js';

export interface LoadOptions {
  readonly seconds: number;
  readonly concurrency: number;
}

export interface LoadFigures {
  readonly turns: number;
  readonly failed: number;
  readonly turns_per_second: number;
  /** Wall time of a turn answered as JSON, in milliseconds. */
  readonly latency_ms: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
}

/** Turns as fast as they are answered, spread over the accounts, for a few seconds. Any failure fails the check. */
export async function checkLoad(
  report: Report,
  accounts: readonly ThrowawayAccount[],
  { seconds, concurrency }: LoadOptions,
): Promise<LoadFigures | null> {
  let figures: LoadFigures | null = null;
  await report.check(`${concurrency} visitors at once for ${seconds} s`, async () => {
    const endAt = performance.now() + seconds * 1_000;
    const latencies: number[] = [];
    const failures: string[] = [];
    const visitors = Array.from({ length: concurrency }, async (_, index) => {
      const { agentUrl, token } = accounts[index % accounts.length]!;
      while (performance.now() < endAt) {
        const startedAt = performance.now();
        const { status, body } = await call(`${agentUrl}/chat`, { token, body: { message: 'Hello!' } });
        latencies.push(performance.now() - startedAt);
        if (status !== 200) failures.push(`${status} ${String(body['code'] ?? '')}`);
      }
    });
    await Promise.all(visitors);
    figures = figuresOf(latencies, failures.length, seconds);
    if (failures.length > 0) throw new Error(`${failures.length} of ${latencies.length} turns failed, the first with ${failures[0]}`);
    const { turns, turns_per_second: rate, latency_ms: ms } = figures;
    return `${turns} turns, ${rate}/s, p50 ${ms.p50} ms, p95 ${ms.p95} ms, p99 ${ms.p99} ms, max ${ms.max} ms`;
  });
  return figures;
}

function figuresOf(latencies: readonly number[], failed: number, seconds: number): LoadFigures {
  const sorted = latencies.toSorted((left, right) => left - right);
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1));
  return {
    turns: sorted.length,
    failed,
    turns_per_second: Number((sorted.length / seconds).toFixed(1)),
    latency_ms: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
  };
}
