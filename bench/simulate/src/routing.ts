import { hash } from './random.js';

export type Routing = 'random' | 'affine';

/** Which pod a turn goes to; `running` holds how many turns each pod has now. */
export type Route = (tenant: number, running: readonly number[]) => number;

export function routeBy(routing: Routing, pods: number, random: () => number): Route {
  return routing === 'random' ? () => Math.floor(random() * pods) : boundedHashing(pods);
}

const POINTS_PER_POD = 200;
/** No pod has more than this times the mean. */
const LOAD_MAX = 1.25;

/**
 * Consistent hashing with bounded load: an account goes to the pod that follows it on the ring, or to the first after it that
 * has room (Mirrokni, Thorup, Zadimoghaddam 2018, https://arxiv.org/abs/1608.01350; Envoy's `hash_balance_factor`).
 */
function boundedHashing(pods: number): Route {
  const ring = Array.from({ length: pods * POINTS_PER_POD }, (_, point) => ({ at: hash(point + 1), pod: point % pods }));
  ring.sort((left, right) => left.at - right.at);
  let total = 0;
  return (tenant, running) => {
    total = running.reduce((sum, count) => sum + count, 0);
    const roomFor = Math.ceil((LOAD_MAX * (total + 1)) / pods);
    const start = firstFrom(ring, hash(tenant + 0x9e3779b9));
    for (let step = 0; step < ring.length; step++) {
      const { pod } = ring[(start + step) % ring.length]!;
      if (running[pod]! < roomFor) return pod;
    }
    return ring[start % ring.length]!.pod;
  };
}

function firstFrom(ring: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, ring.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ring[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
