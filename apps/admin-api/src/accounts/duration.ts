const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const GRACE_MS_MAX = 90 * UNIT_MS.d;

/** `0`, `30m`, `12h` or `7d` in milliseconds, at most 90 days. The wire type has checked the form. */
export function graceMs(text: string): number {
  const unit = text.at(-1) as keyof typeof UNIT_MS;
  return text === '0' ? 0 : Math.min(Number(text.slice(0, -1)) * UNIT_MS[unit], GRACE_MS_MAX);
}
