/** What the linear model sees of a text: stems, their classes, pairs of neighbours, phrases of the vocabulary. */
import type { Term } from './interpret.ts';
import { findPhrases } from './vocabulary.ts';
import { classOf } from './word-classes.ts';

/** Words that only part others: a pair is made across them. */
const SKIPPED = new Set([
  'a',
  'an',
  'the',
  'of',
  'to',
  'in',
  'at',
  'on',
  'for',
  'and',
  'or',
  'is',
  'was',
  'that',
  'thi',
  'it',
  'with',
]);
/** Pairs are many and rare: they count less than the words in them. Chosen by cross-validation on the bank. */
const PAIR_VALUE = 1;
/** Shrinks long texts less than unit length would: 0 leaves sums as they are, 1 is unit length. */
const LENGTH_POWER = 0.8;
/** Evens out the weights of clauses: a follow-up qualifies the question more than it carries words. */
const CLAUSE_POWER = 0.6;
/** A phrase of the vocabulary counts half as much as its words. */
const PHRASE_VALUE = 0.5;

export type Features = Map<string, number>;

/** Name of the feature that says: the vocabulary knows a phrase for this competency. */
export const phraseFeature = (competency: number): string => `#${competency}`;

/** Feature name -> value. Stems carry their name, classes `@head`, pairs are `left right`, phrases as {@link phraseFeature}. */
export function features(terms: readonly Term[]): Features {
  const found: Features = new Map();
  const raise = (name: string, value: number): void => {
    if (value > (found.get(name) ?? 0)) found.set(name, value);
  };
  const running = terms.filter((term) => !term.other);
  const worth = (term: Term): number => (term.weight === 1 ? 1 : term.weight ** CLAUSE_POWER);
  let before: Term | undefined;
  for (const term of terms) {
    if (SKIPPED.has(term.stem)) continue;
    const group = classOf(term.stem);
    const value = worth(term);
    raise(term.stem, value);
    if (group) raise(group, value);
    if (term.other) continue;
    if (before) {
      const weight = PAIR_VALUE * Math.min(worth(before), value);
      raise(`${classOf(before.stem) ?? before.stem} ${group ?? term.stem}`, weight);
    }
    before = term;
  }
  const phrases = (part: readonly Term[]): void => {
    for (const hit of findPhrases(part.map((term) => term.stem))) {
      const weight = Math.min(...part.slice(hit.from, hit.to).map(worth));
      const share = PHRASE_VALUE * weight * Math.min(1.5, 0.6 + 0.3 * (hit.to - hit.from));
      for (const competency of hit.competencies) raise(phraseFeature(competency), share);
    }
  };
  phrases(running);
  for (const term of terms) if (term.other) phrases([term]);
  return normalised(found);
}

function normalised(found: Features): Features {
  let squares = 0;
  for (const value of found.values()) squares += value * value;
  const factor = 1 / Math.max(1, squares) ** (LENGTH_POWER / 2);
  for (const [name, value] of found) found.set(name, value * factor);
  return found;
}
