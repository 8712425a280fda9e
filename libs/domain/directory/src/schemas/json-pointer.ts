/** A JSON Pointer (RFC 6901) one step further down. */
export function pointerTo(pointer: string, ...names: readonly (string | number)[]): string {
  return names.reduce<string>((path, name) => `${path}/${String(name).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`, pointer);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
