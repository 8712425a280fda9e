import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

const BYTES_OF_ONE = 16;

/** UUIDv7 for the rows of one file, in their order. Randomness is drawn for many at once: for each it would cost more than the id. */
export class EntryIds {
  private readonly random = new Uint8Array(1_024 * BYTES_OF_ONE);
  private used = this.random.length;
  private readonly startedAtMs = Date.now();

  /** @param row its number in the file, at most 2^32 - 1 */
  of(row: number): string {
    return uuidv7({ msecs: this.startedAtMs, seq: row, random: this.next() });
  }

  private next(): Uint8Array {
    if (this.used === this.random.length) {
      randomFillSync(this.random);
      this.used = 0;
    }
    this.used += BYTES_OF_ONE;
    return this.random.subarray(this.used - BYTES_OF_ONE, this.used);
  }
}
