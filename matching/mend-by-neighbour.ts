/** Reading a word by the one beside it. */
import type { Reading, Words } from './readings.ts';
import { EDIT_LOSS } from './spelling.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Token } from './tokens.ts';

const MOST_NEAR = 8;

/**
 * Words that the guide lacks, read as near ones that stand beside their neighbour in the guide or the
 * vocabulary: `cod reveiw` is code review, though cod is a word. Only for queries of a few words.
 */
export function mendByNeighbour(tokens: readonly Token[], words: Words): Map<number, Reading> {
  const mended = new Map<number, Reading>();
  for (let at = 0; at + 1 < tokens.length; at++) {
    const [left, right] = [tokens[at], tokens[at + 1]];
    if (!left || !right || words.knowsPair(left.stem, right.stem)) continue;
    const lefts = mended.has(at) ? [] : nearReadings(left, words);
    const rights = nearReadings(right, words);
    for (const [one, other] of lefts.flatMap((l) => rights.map((r) => [l, r] as const))) {
      if (!words.knowsPair(one.stems[0] ?? '', other.stems[0] ?? '')) continue;
      mended.set(at, one);
      mended.set(at + 1, other);
      break;
    }
  }
  return mended;
}

/** The word itself and, where the guide lacks it, the guide's and the vocabulary's words that are nearly it. */
function nearReadings(token: Token, words: Words): Reading[] {
  const itself = { stems: [token.stem], sureness: 1 };
  if (STOP_WORDS.has(token.word) || token.word.length < 3 || words.guide.get(token.word)) return [itself];
  const key = `~${token.word}`;
  const kept = words.mended.get(key);
  if (kept) return [...kept];
  const near = [
    ...words.guide.similar(token.word, false, false),
    ...words.base.similar(token.word, false, false),
  ]
    .filter(({ entry }) => entry.stems.length === 1)
    .slice(0, MOST_NEAR)
    .map(({ entry, edits }) => ({ stems: entry.stems, sureness: 1 - EDIT_LOSS * edits }));
  const readings = [itself, ...near];
  words.mended.set(key, readings);
  return readings;
}
