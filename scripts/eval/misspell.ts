/** Typing mistakes by rule, the same ones every time. */

/** Numbers in 0..1 from a seed: Park and Miller's minimal standard generator (1988). */
function numbers(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const RULES: ReadonlyArray<(text: string, at: number) => string> = [
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at] ?? '') + text.slice(at),
  (text, at) => text.slice(0, at) + (NEXT_KEY[text[at] ?? ''] ?? 'x') + text.slice(at + 1),
];
/** A key beside each key, on an English keyboard. */
const NEXT_KEY: Readonly<Record<string, string>> = Object.fromEntries(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
    [...row].map((key, at) => [key, row[at + 1] ?? row[at - 1] ?? key]),
  ),
);

/**
 * Misspellings of a keyword: two letters swapped, one dropped, doubled or wrong (not the first, not in a number,
 * words of five letters and more only), and for two words joined.
 */
export function misspellings(text: string, seed: number): string[] {
  const random = numbers(seed);
  const results = new Set<string>();
  const words = [...text.matchAll(/[a-z]{5,}/gi)];
  const word = words[Math.floor(random() * words.length)];
  if (word) {
    for (const rule of RULES) {
      const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
      results.add(rule(text.toLowerCase(), at));
    }
  }
  if (text.includes(' ')) results.add(text.toLowerCase().replace(' ', ''));
  results.delete(text.toLowerCase());
  return [...results];
}
