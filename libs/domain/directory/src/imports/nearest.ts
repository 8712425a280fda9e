const CHARACTERS_MAX = 60;

/** The candidate that a text most looks like, if it looks like any. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const given = text.trim().toLowerCase().slice(0, CHARACTERS_MAX);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates.slice(0, 200)) {
    const known = candidate.toLowerCase().slice(0, CHARACTERS_MAX);
    const distance = known.startsWith(given) && given.length > 2 ? 1 : distanceOf(given, known);
    if (distance <= Math.max(1, known.length / 3) && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Levenshtein's: how many letters have to be added, taken away or changed. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[right.length]!;
}
