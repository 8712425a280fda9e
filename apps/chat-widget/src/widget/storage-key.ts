const taken = new Set<string>();

/**
 * Where a widget keeps its conversation: two of the same agent on one page have one each, in the order of the page (whatever
 * is loaded first), so that each finds its own again after a reload.
 */
export function takeStorageKey(name: string): string {
  let key = name;
  for (let number = 2; taken.has(key); number += 1) key = `${name}~${number}`;
  taken.add(key);
  return key;
}

export function giveStorageKeyBack(key: string): void {
  taken.delete(key);
}
