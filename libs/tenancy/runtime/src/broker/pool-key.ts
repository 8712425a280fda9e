/** Whose key a pool has at its broker: another version of the tenant is another pool. */
export function poolKeyOf(tenantId: string, serial: number): string {
  return `${tenantId}#${serial}`;
}

export function tenantOfPool(key: string): string {
  return key.split('#', 1)[0]!;
}
