/**
 * The first rows of a CSV answer (RFC 4180, commas). The rest is not loaded: a faulty file may have a million faults.
 *
 * @param most rows at the most, the header included
 */
export async function readRows(response: Response, most: number): Promise<string[][]> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell.startsWith('\uFEFF') ? cell.slice(1) : cell);
    cell = '';
  };
  for (;;) {
    const { done, value = '' } = await reader.read();
    for (const character of value) {
      if (character === '"') {
        // A doubled quote inside quotes closes and opens again: the second one is kept.
        isQuoted = !isQuoted;
        if (isQuoted && cell !== '') cell += '"';
      } else if (character === ',' && !isQuoted) endCell();
      else if (character === '\n' && !isQuoted) {
        endCell();
        if (rows.length === most) {
          void reader.cancel();
          return rows;
        }
        rows.push([]);
      } else if (character !== '\r' || isQuoted) cell += character;
    }
    if (done) break;
  }
  if (cell !== '' || rows.at(-1)!.length > 0) endCell();
  else rows.pop();
  return rows;
}
