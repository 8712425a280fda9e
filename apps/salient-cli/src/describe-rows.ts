/** How many rows of which table, for people; tables without any are left out. */
export function describeRows(rows: Readonly<Record<string, number>>): string {
  const told = Object.entries(rows).filter(([, count]) => count > 0);
  return told.length === 0 ? 'no rows' : told.map(([table, count]) => `${count} ${table}`).join(', ');
}
