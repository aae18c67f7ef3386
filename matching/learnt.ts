/**
 * Questions whose story is known: the user said so, or the guide itself does ("Best for", "Also answers").
 * A question is the same when its weighty words are nearly the same.
 */
import type { Guide } from '../guide/types.ts';
import { importance } from './importance.ts';
import { plainTerms, type Term } from './interpret.ts';
import { storyName } from './story-text.ts';
import type { LearntPair } from './types.ts';

interface Known {
  readonly story: number;
  readonly question: string;
  readonly total: number;
  readonly byUser: boolean;
}

export interface LearntMemory {
  readonly known: readonly Known[];
  /** Stem -> places in `known`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What the user taught, by {@link sameText}: the very question, whatever its words are worth. */
  readonly exact: ReadonlyMap<string, Known>;
}

/** Two spellings of one question: case and white space make no other. */
const sameText = (question: string) => question.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

export interface Recalled {
  readonly question: string;
  readonly byUser: boolean;
  /** 0..1, see {@link recall}. */
  readonly likeness: number;
}

/** Below this likeness a question is another one. */
export const SAME = 0.72;

/** Pairs come newest first: of two for the same question the first counts. Pairs whose story is gone are left out. */
export function learntMemory(guide: Guide, pairs: readonly LearntPair[]): LearntMemory {
  const byId = new Map(guide.stories.map((story, at) => [story.id, at]));
  const byName = new Map(guide.stories.map((story, at) => [storyName(story), at]));
  const exact = new Map<string, Known>();
  const latest = new Map<string, { question: string; story: number }>();
  for (const { question, storyId, storyName: name } of pairs) {
    const story = byId.get(storyId) ?? byName.get(name);
    const key = [...weigh(plainTerms(question, true)).keys()].sort().join(' ');
    if (story === undefined) continue;
    const text = sameText(question);
    if (!exact.has(text)) exact.set(text, { story, question, total: 1, byUser: true });
    if (key !== '' && !latest.has(key)) latest.set(key, { question, story });
  }
  const known: Known[] = [];
  const places = new Map<string, number[]>();
  const remember = (question: string, story: number, byUser: boolean): void => {
    const weights = weigh(plainTerms(question, true));
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    if (total === 0) return;
    for (const stem of weights.keys()) {
      const at = places.get(stem);
      if (at) at.push(known.length);
      else places.set(stem, [known.length]);
    }
    known.push({ story, question, total, byUser });
  };
  for (const { question, story } of latest.values()) remember(question, story, true);
  guide.stories.forEach((story, at) => {
    for (const answer of story.answers) remember(answer.text, at, false);
  });
  return { known, places, exact };
}

function weigh(terms: readonly Term[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { stem, weight } of terms) {
    const value = weight * importance(stem);
    if (value > (weights.get(stem) ?? 0)) weights.set(stem, value);
  }
  return weights;
}

/**
 * For each story the known question most like this one. Likeness is Dice's coefficient over weighted words
 * (clause weight times importance): twice what is shared, over what both have. The very question that was
 * taught leaves no other lesson standing.
 */
export function recall(
  memory: LearntMemory,
  question: string,
  terms: readonly Term[],
): Map<number, Recalled> {
  const best = new Map<number, Recalled>();
  const taught = memory.exact.get(sameText(question));
  if (taught) return best.set(taught.story, { question: taught.question, byUser: true, likeness: 1 });
  if (memory.known.length === 0) return best;
  // As mended and as typed: a taught question may hold words that no guide and no vocabulary knows.
  for (const reading of [terms, plainTerms(question, true)]) remind(memory, reading, best);
  return best;
}

/** Adds to `best` what one reading of the question recalls. */
function remind(memory: LearntMemory, terms: readonly Term[], best: Map<number, Recalled>): void {
  const weights = weigh(terms);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const shared = new Map<number, number>();
  for (const [stem, weight] of weights)
    if (weight > 0)
      for (const place of memory.places.get(stem) ?? []) shared.set(place, (shared.get(place) ?? 0) + weight);
  for (const [place, sum] of shared) {
    const known = memory.known[place];
    if (!known) continue;
    const likeness = Math.min(1, (2 * sum) / (total + known.total));
    const rival = best.get(known.story);
    if (likeness >= SAME && (!rival || (known.byUser && !rival.byUser) || likeness > rival.likeness))
      best.set(known.story, { question: known.question, byUser: known.byUser, likeness });
  }
}
