/**
 * Where in a story one should be by now: the target is divided among the key points by how much each has to
 * say. Shares are of the target, 0..1; points are counted from 0.
 */
import type { Story } from '../guide/types.ts';

/** No point is so short that it takes less than this share of what an even division would give it. */
const LEAST_OF_EVEN = 0.4;
/** The script tells the portions where it speaks of at least this share of the points. */
const ENOUGH_FOUND = 0.5;
/** A word shorter than this ties no point to a sentence, unless it holds a digit. */
const LEAST_LETTERS = 4;
/** So many first letters make two words the same: `documented`, `documentation`. */
const SAME_START = 6;
/** Being off by less than this share of the target is being on pace. */
const TOLERANCE = 0.06;

export type PaceWord = 'ahead' | 'on pace' | 'behind';

export interface Pace {
  /** The point that is due at this instant. */
  readonly due: number;
  /** How the first point not yet said stands to it; `undefined` while nothing is ticked off, or all is. */
  readonly word: PaceWord | undefined;
}

type PacedStory = Pick<Story, 'script' | 'points'>;

/**
 * The share of the target that each key point takes, in order, summing to 1; empty without points. By the words
 * of those sentences of the script that speak of it; by nothing, that is evenly, where the script doesn't tell.
 */
export function portionsOf({ script, points }: PacedStory): number[] {
  const count = points.length;
  if (count === 0) return [];
  const even = points.map(() => 1 / count);
  const sentences = sentencesOf(script);
  const found = sentences.length < 2 ? undefined : divide(sentences, points.map(wordsToFind));
  if (found === undefined) return even;
  const total = found.reduce((sum, words) => sum + words, 0);
  const raised = found.map((words) => Math.max(words / total, LEAST_OF_EVEN / count));
  const all = raised.reduce((sum, share) => sum + share, 0);
  return raised.map((share) => share / all);
}

/** The ends of the portions as shares of the target; the last is 1. */
export function endsOf(portions: readonly number[]): number[] {
  let end = 0;
  return portions.map((portion, at) => {
    end += portion;
    return at === portions.length - 1 ? 1 : end;
  });
}

/**
 * @param share share of the target that is spent, 0 or more
 * @param said places of the points that were ticked off, in any order
 */
export function paceOf(portions: readonly number[], share: number, said: readonly number[]): Pace {
  const ends = endsOf(portions);
  const last = Math.max(0, ends.length - 1);
  const found = ends.findIndex((end) => share < end);
  const due = found < 0 ? last : found;
  const next = ends.findIndex((_, at) => !said.includes(at));
  if (said.length === 0 || next < 0) return { due, word: undefined };
  const begins = next === 0 ? 0 : (ends[next - 1] ?? 0);
  if (share < begins - TOLERANCE) return { due, word: 'ahead' };
  return { due, word: share > (ends[next] ?? 1) + TOLERANCE ? 'behind' : 'on pace' };
}

interface Sentence {
  readonly words: number;
  readonly starts: ReadonlySet<string>;
}

const sentenceParts = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const wordParts = new Intl.Segmenter(undefined, { granularity: 'word' });

const wordsIn = (text: string): string[] =>
  [...wordParts.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment.toLowerCase()] : [],
  );

const startsIn = (words: readonly string[]): Set<string> =>
  new Set(
    words
      .filter((word) => word.length >= LEAST_LETTERS || /\p{N}|[^\p{Script=Latin}\p{P}]/u.test(word))
      .map((word) => word.slice(0, SAME_START)),
  );

function sentencesOf(script: string): Sentence[] {
  return [...sentenceParts.segment(script)].flatMap(({ segment }) => {
    const words = wordsIn(segment);
    return words.length === 0 ? [] : [{ words: words.length, starts: startsIn(words) }];
  });
}

const wordsToFind = ({ label, text }: Story['points'][number]): Set<string> =>
  startsIn(wordsIn(`${label} ${text}`));

/**
 * Gives every sentence to one point, in order, so that most words are shared; `undefined` where too few points
 * are spoken of. The number of words each point gets, one for each point.
 */
function divide(
  sentences: readonly Sentence[],
  points: readonly ReadonlySet<string>[],
): number[] | undefined {
  const rarity = (start: string) => 1 / points.filter((words) => words.has(start)).length;
  const likeness = sentences.map(({ starts }) =>
    points.map((words) =>
      [...words].reduce((sum, start) => sum + (starts.has(start) ? rarity(start) : 0), 0),
    ),
  );
  const spokenOf = points.filter((_, point) => likeness.some((row) => (row[point] ?? 0) > 0)).length;
  if (spokenOf < ENOUGH_FOUND * points.length) return undefined;
  // best[s][p]: the most that sentences 0..s can share when sentence s belongs to point p.
  const best: number[][] = [];
  const from: number[][] = [];
  sentences.forEach((_, s) => {
    const row: number[] = [];
    const cameFrom: number[] = [];
    let reached = Number.NEGATIVE_INFINITY;
    let by = 0;
    points.forEach((_, p) => {
      const before = s === 0 ? 0 : (best[s - 1]?.[p] ?? 0);
      if (before > reached) {
        reached = before;
        by = p;
      }
      // Where the words say nothing, a sentence belongs about where it stands.
      const inPlace = -0.05 * Math.abs((s + 0.5) / sentences.length - (p + 0.5) / points.length);
      row.push(reached + (likeness[s]?.[p] ?? 0) + inPlace);
      cameFrom.push(by);
    });
    best.push(row);
    from.push(cameFrom);
  });
  const counts = points.map(() => 0);
  const lastRow = best.at(-1) ?? [];
  let point = lastRow.indexOf(Math.max(...lastRow));
  for (let s = sentences.length - 1; s >= 0; s--) {
    counts[point] = (counts[point] ?? 0) + (sentences[s]?.words ?? 0);
    point = from[s]?.[point] ?? 0;
  }
  return counts;
}
