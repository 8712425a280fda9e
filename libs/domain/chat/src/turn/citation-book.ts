import type { Citation } from '@salient/contracts/chat';

/** A directory entry as it was when the answer rested on it. */
export interface CitedEntry {
  readonly list: string;
  readonly entryId: string;
  readonly entryVersion: number;
  readonly title: string;
}

/**
 * Numbers the entries that a turn's tools have shown to the model, and finds the `[n]` by which its text refers to them.
 * Only what the text refers to is a citation.
 */
export class CitationBook {
  private readonly numbers = new Map<string, number>();
  private readonly entries: CitedEntry[] = [];
  private readonly cited = new Set<number>();
  private scanned = 0;

  /** The number of an entry in this turn, the same each time that it turns up. */
  number(entry: CitedEntry): number {
    const known = this.numbers.get(entry.entryId);
    if (known !== undefined) return known;
    this.entries.push(entry);
    this.numbers.set(entry.entryId, this.entries.length);
    return this.entries.length;
  }

  /** Citations that appear in the text since the last call, in the order of their first mention. */
  newIn(text: string): Citation[] {
    const found: Citation[] = [];
    const marker = /\[(\d{1,4})\]/g;
    marker.lastIndex = Math.max(0, this.scanned - 6); // a marker may have come in two pieces
    for (let match = marker.exec(text); match; match = marker.exec(text)) {
      const index = Number(match[1]);
      const entry = this.entries[index - 1];
      if (!entry || this.cited.has(index)) continue;
      this.cited.add(index);
      found.push({ index, list: entry.list, entry_id: entry.entryId, entry_version: entry.entryVersion, title: entry.title });
    }
    this.scanned = text.length;
    return found;
  }
}
