/** Browsers by what only they say of themselves; most of them say that they are others as well, so the order matters. */
const BROWSERS = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bHeadlessChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

/**
 * What people call a browser and its machine, such as `Firefox · Windows`; the name of a program that is no browser; null where
 * nothing is known.
 *
 * @param userAgent as the browser sends it (RFC 9110, section 10.1.5): it says what it likes, so this is a hint and no proof
 */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const named = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? []);
  return named.length > 0 ? named.join(' · ') : (/^[^\s/;]+/.exec(userAgent)?.[0] ?? null);
}
