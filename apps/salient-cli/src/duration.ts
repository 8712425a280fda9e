const UNIT_SECONDS = { m: 60, h: 3_600, d: 86_400 };
const SECONDS_MAX = 90 * UNIT_SECONDS.d;

/** `0`, `30m`, `12h` or `7d` in seconds, at most 90 days. The form has been checked. */
export function durationSeconds(text: string): number {
  return text === '0' ? 0 : Math.min(Number(text.slice(0, -1)) * UNIT_SECONDS[text.at(-1) as keyof typeof UNIT_SECONDS], SECONDS_MAX);
}
