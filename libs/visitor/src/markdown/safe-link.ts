const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** The address of a link that may be followed; undefined for a relative one and for every other scheme. */
export function safeLink(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return SCHEMES.has(url.protocol) ? url.href : undefined;
}
