/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A time until the next of events that know nothing of each other. */
export function exponential(random: () => number, mean: number): number {
  return -Math.log(1 - random()) * mean;
}

/** Who comes next, as an index: the `n`th tenant is `n ** exponent` times less busy than the first; 0 makes all the same. */
export function zipf(count: number, exponent: number): { pick(random: () => number): number; share(index: number): number } {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += (index + 1) ** -exponent;
    sums[index] = sum;
  }
  return {
    pick(random) {
      const at = random() * sum;
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (sums[middle]! < at) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    share: (index) => (index + 1) ** -exponent / sum,
  };
}

/** A well-mixed number below 2³² for a key (murmur3's finalizer). */
export function hash(key: number): number {
  let mixed = (key ^ (key >>> 16)) >>> 0;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
