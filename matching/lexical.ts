/** Which stories hold the words of the question, and how tellingly. */
import type { MatchIndex, Posting } from './build-index.ts';
import { importance } from './importance.ts';
import type { Term } from './interpret.ts';

/** A word, or two neighbours, of the question that some stories hold. */
export interface WordHit {
  readonly typed: string;
  readonly posting: Posting;
  /** What a story gains by it when it stands there with weight 1. */
  readonly gain: number;
  /** How much of the question it is; 0 for a pair, whose words count themselves. */
  readonly worth: number;
}

/** Two words that stand together in the guide too say more than each alone. */
const PAIR_GAIN = 0.6;
/** What half a question's words are worth beside all of them: a little less than half. */
const PARTIAL = 0.4;
/** However short the question, its words are measured against at least this much. */
const LEAST_TOTAL = 0.7;

/**
 * The hits of a question, and what its words could gain at most if a story held them all (`total`).
 * Rarity is BM25's idf (Robertson and Spärck Jones), with mentions counted by their weight, scaled to 1 for a
 * word that stands in one story only.
 */
export function wordHits(index: MatchIndex, terms: readonly Term[]): { hits: WordHit[]; total: number } {
  const hits: WordHit[] = [];
  const seen = new Map<string, number>();
  let total = 0;
  let before: Term | undefined;
  for (const term of terms) {
    const worth = importance(term.stem) * term.weight;
    const pair = before && !term.other ? index.postings.get(`${before.stem} ${term.stem}`) : undefined;
    if (pair && before) {
      const both = Math.max(worth, importance(before.stem) * before.weight);
      hits.push({
        typed: `${before.typed} ${term.typed}`,
        posting: pair,
        gain: PAIR_GAIN * both * rarity(index, pair),
        worth: 0,
      });
    }
    if (!term.other) before = term;
    const counted = seen.get(term.stem) ?? 0;
    if (worth <= counted) continue;
    seen.set(term.stem, worth);
    total += worth - counted;
    const posting = index.postings.get(term.stem);
    if (!posting) continue;
    const more = worth - counted;
    hits.push({ typed: term.typed, posting, gain: more * rarity(index, posting), worth: more });
  }
  return { hits, total: Math.max(LEAST_TOTAL, total) };
}

function rarity(index: MatchIndex, posting: Posting): number {
  const count = index.guide.stories.length;
  const heaviest = Math.max(...posting.weights.slice(0, 50));
  let mentions = 0;
  for (const weight of posting.weights) mentions += weight / heaviest;
  const idf = (frequency: number): number =>
    Math.log(1 + Math.max(0, count - frequency + 0.5) / (frequency + 0.5));
  return Math.min(1, idf(mentions) / idf(1));
}

/**
 * Per story the share of the question's words that it holds, about 0..1. `evenness` below 1 makes the field matter
 * less: who types a keyword remembers a word of the story, wherever it stands.
 */
export function wordScores(
  index: MatchIndex,
  hits: readonly WordHit[],
  total: number,
  evenness = 1,
): Float64Array {
  const gains = new Float64Array(index.guide.stories.length);
  const held = new Float64Array(index.guide.stories.length);
  for (const { posting, gain, worth } of hits) {
    const { stories, weights } = posting;
    for (let at = 0; at < stories.length; at++) {
      const story = stories[at] ?? 0;
      const weight = weights[at] ?? 0;
      gains[story] = (gains[story] ?? 0) + gain * (evenness === 1 ? weight : weight ** evenness);
      held[story] = (held[story] ?? 0) + worth;
    }
  }
  return gains.map((gain, story) => {
    const all = Math.min(1, (held[story] ?? 0) / total);
    return Math.min(1, gain / total) * (PARTIAL + (1 - PARTIAL) * all ** 2);
  });
}
