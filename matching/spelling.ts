/** How far apart two words are, in typing mistakes. */

/**
 * Edits (a letter missing, added, wrong, or two neighbours swapped) that turn `typed` into `word`, or, with
 * `prefix`, into the nearest beginning of `word`: the optimal string alignment distance (Damerau 1964 with
 * each letter edited once). Stops early and returns `limit + 1` when it must exceed `limit`.
 */
export function edits(typed: string, word: string, limit: number, prefix = false): number {
  const rows = typed.length;
  const columns = word.length;
  if (rows - columns > limit || (!prefix && columns - rows > limit)) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= columns; column++) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  const distance = prefix ? Math.min(...last) : (last[columns] ?? limit + 1);
  return Math.min(distance, limit + 1);
}

/** Edits that a word of this length may have and still be taken for another: short words are too alike. */
export function tolerance(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3;
}

/** The letters of a word as bits, a-z in 0..25, everything else in 26..30. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) - 97;
    mask |= 1 << (code >= 0 && code < 26 ? code : 26 + (((code % 5) + 5) % 5));
  }
  return mask;
}

/** Set bits of a 32-bit integer (Hacker's Delight, figure 5-2). */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Sureness lost by each typing mistake, of 1. */
export const EDIT_LOSS = 0.1;
