/** A small generator of pseudo-random numbers with a fixed seed (mulberry32): the same data on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  integer(minimum: number, maximum: number): number {
    return minimum + Math.floor(this.next() * (maximum - minimum + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** `count` different items, in the order of the list. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const rest = items.map((item, index) => ({ item, index }));
    const chosen = Array.from({ length: Math.min(count, items.length) }, () => rest.splice(Math.floor(this.next() * rest.length), 1)[0]!);
    return chosen.sort((left, right) => left.index - right.index).map(({ item }) => item);
  }
}
