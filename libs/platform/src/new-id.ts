import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

const ID_BYTES = 16;
/** Random bytes for many ids: drawing them costs several times the rest of an id, however few are drawn. */
const pool = Buffer.alloc(256 * ID_BYTES);
let used = pool.length;

/** A new UUIDv7. Ids of one millisecond come in no order among themselves. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  return uuidv7({ random });
}
