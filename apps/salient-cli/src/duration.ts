const UNIT_SECONDS = { m: 60, h: 3_600, d: 86_400 };

/** `0`, `30m`, `12h` or `7d` in seconds. The form has been checked. */
export function durationSeconds(text: string): number {
  return text === '0' ? 0 : Number(text.slice(0, -1)) * UNIT_SECONDS[text.at(-1) as keyof typeof UNIT_SECONDS];
}
