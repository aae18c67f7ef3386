/**
 * What was meant by what was typed: each word exactly, completed (the last one, still being typed), or
 * mended against the words of the guide and of the vocabulary.
 */
import { clauseWeights } from './clauses.ts';
import { importance } from './importance.ts';
import { cost, type Entry, type Lexicon, type Similar } from './lexicon.ts';
import { mendByNeighbour } from './mend-by-neighbour.ts';
import { EDIT_LOSS } from './spelling.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type Token, tokenise, tokeniseQuery } from './tokens.ts';

/** A word of the question as it is understood. */
export interface Term {
  readonly stem: string;
  /** As typed, folded; for showing why. */
  readonly typed: string;
  /** 0..1: weight of its clause times how sure the reading is. */
  readonly weight: number;
  /** Another reading of the same typed word, after the likeliest one; not part of the running text. */
  readonly other: boolean;
}

/** Sureness of a completed word by letters typed: one letter says little. */
const PREFIX_SURENESS = [0, 0.5, 0.65, 0.8, 0.9, 0.95];
const COMPLETIONS = 3;
/** A second reading counts when its cost is nearly that of the first. */
const NEAR = 0.3;
/** In a query of so few words each word's neighbour helps to read it. */
const SHORT = 4;
/** A guide's word of this weight is likely enough to be meant by a shorter word of the language. */
const LIKELY = 0.5;

export interface Words {
  readonly guide: Lexicon;
  readonly base: Lexicon;
  /** Is this the stem of any word of the guide, the vocabulary or the model? */
  readonly knows: (stem: string) => boolean;
  /** Do these two stems stand side by side in the guide or in a phrase of the vocabulary? */
  readonly knowsPair: (left: string, right: string) => boolean;
  /** Misspelt words already mended; typing asks for the same ones with each letter. */
  readonly mended: Map<string, readonly Reading[]>;
}

export interface Reading {
  readonly stems: readonly string[];
  readonly sureness: number;
}

/** Terms of a text that needs no mending. `clauses`: it is a question, whose main clause carries it. */
export function plainTerms(text: string, clauses: boolean): Term[] {
  const tokens = tokenise(text);
  return termsOf(tokens, clauses ? clauseWeights(text, tokens) : undefined);
}

/** Tokens as they stand, each with its weight; 1 by default. */
export function termsOf(tokens: readonly Token[], weights?: readonly number[]): Term[] {
  return tokens.map(({ stem, word }, at) => ({
    stem,
    typed: word,
    weight: weights?.[at] ?? 1,
    other: false,
  }));
}

/** Terms of what was typed. */
export function interpret(text: string, words: Words): Term[] {
  const tokens = tokeniseQuery(text);
  const weights = clauseWeights(text, tokens);
  const last = tokens.at(-1);
  const typing = last !== undefined && last.end === text.length;
  const terms: Term[] = [];
  const byNeighbour = tokens.length <= SHORT ? mendByNeighbour(tokens, words) : undefined;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const weight = weights[at] ?? 1;
    const next = tokens[at + 1];
    const joined = next && togetherKnown(token, next, words);
    const unfinished = typing && at === tokens.length - 1;
    if (joined && next) {
      const typed = `${token.word} ${next.word}`;
      const apart = words.knows(token.stem) && words.knows(next.stem);
      if (apart) add(terms, [token.stem], token.word, weight, false);
      if (apart) add(terms, [next.stem], next.word, weight, false);
      add(terms, joined.stems, typed, weight, apart);
      at++;
      continue;
    }
    const mended = byNeighbour?.get(at);
    const readings = mended
      ? [mended]
      : unfinished
        ? readUnfinished(token, tokens.length, words)
        : read(token, words);
    readings.forEach((reading, order) => {
      add(terms, reading.stems, token.word, weight * reading.sureness, order > 0);
    });
  }
  return terms;
}

function add(terms: Term[], stems: readonly string[], typed: string, weight: number, other: boolean): void {
  for (const stem of stems) terms.push({ stem, typed, weight, other });
}

const exactly = (token: Token): Reading[] => [{ stems: [token.stem], sureness: 1 }];

function isKnown(token: Token, words: Words): boolean {
  return words.knows(token.stem) || STOP_WORDS.has(token.word);
}

/** `team work` for teamwork: two typed words that are one of the guide's or the vocabulary's. */
function togetherKnown(token: Token, next: Token, words: Words): Entry | undefined {
  if (STOP_WORDS.has(token.word) && STOP_WORDS.has(next.word)) return undefined;
  const entry = words.guide.get(token.word + next.word) ?? words.base.get(token.word + next.word);
  return entry?.stems.length === 1 ? entry : undefined;
}

function read(token: Token, words: Words): readonly Reading[] {
  if (isKnown(token, words) || !/^\p{L}/u.test(token.word)) return exactly(token);
  return remember(`= ${token.word}`, words, () => {
    const entry = words.guide.get(token.word) ?? words.base.get(token.word);
    if (entry) return [{ stems: entry.stems, sureness: 1 }];
    const found = mend(token, words, false);
    return found.length > 0 ? found : (split(token.word, words) ?? exactly(token));
  });
}

function readUnfinished(token: Token, count: number, words: Words): readonly Reading[] {
  const known = isKnown(token, words);
  const alone = count === 1;
  if (known && STOP_WORDS.has(token.word) && !alone) return exactly(token);
  if (known && token.word.length > 3) return count < SHORT ? orLonger(token, words) : exactly(token);
  return remember(`${alone}${token.word}`, words, () => {
    const completed = complete(token, words);
    if (known && words.guide.get(token.word)) return exactly(token);
    if (completed.length > 0) return completed;
    if (known) return exactly(token);
    const entry = words.guide.get(token.word) ?? words.base.get(token.word);
    if (entry) return [{ stems: entry.stems, sureness: 1 }];
    const whole = mend(token, words, false);
    if (whole.length > 0) return whole;
    const parts = split(token.word, words);
    if (parts) return parts;
    const begun = token.word.length > 3 ? mend(token, words, true) : [];
    return begun.length > 0 ? begun : exactly(token);
  });
}

/** `self`, a word already, may be on its way to the guide's `selflessness`: both readings count. */
function orLonger(token: Token, words: Words): readonly Reading[] {
  if (words.guide.get(token.word) || importance(token.stem) < 1) return exactly(token);
  return remember(`>${token.word}`, words, () => {
    const [longer] = words.guide.startingWith(token.word, 1);
    if (!longer || longer.weight < LIKELY || longer.stems[0] === token.stem) return exactly(token);
    return [
      { stems: longer.stems, sureness: 0.6 },
      { stems: [token.stem], sureness: 0.4 },
    ];
  });
}

/** Readings already worked out for this index. Forgotten all at once when many: simpler than an order of use. */
function remember(key: string, words: Words, make: () => readonly Reading[]): readonly Reading[] {
  const kept = words.mended.get(key);
  if (kept) return kept;
  const made = make();
  if (words.mended.size > 5000) words.mended.clear();
  words.mended.set(key, made);
  return made;
}

function complete(token: Token, words: Words): Reading[] {
  const sureness = PREFIX_SURENESS[Math.min(token.word.length, PREFIX_SURENESS.length - 1)] ?? 1;
  const fromGuide = words.guide.startingWith(token.word, COMPLETIONS);
  const fromBase = words.base.startingWith(token.word, COMPLETIONS);
  const byStem = new Map<string, Entry>();
  for (const entry of [...fromGuide, ...fromBase]) {
    const key = entry.stems.join(' ');
    if (!byStem.has(key)) byStem.set(key, entry);
  }
  const best = [...byStem.values()].sort((a, b) => b.weight - a.weight).slice(0, COMPLETIONS);
  const total = best.reduce((sum, entry) => sum + entry.weight ** 2, 0);
  return best.map((entry) => ({ stems: entry.stems, sureness: (sureness * entry.weight ** 2) / total }));
}

function mend(token: Token, words: Words, prefix: boolean): Reading[] {
  if (!/^\p{L}/u.test(token.word)) return [];
  const found = [...words.guide.similar(token.word, prefix), ...words.base.similar(token.word, prefix)];
  const price = (each: Similar): number =>
    cost(each, token.word) + (prefix ? 0.1 * each.entry.word.length : 0);
  found.sort((a, b) => price(a) - price(b));
  const [best] = found;
  if (!best) return [];
  const seen = new Set<string>();
  const near = found.filter((each) => {
    const key = each.entry.stems.join(' ');
    return !seen.has(key) && seen.add(key) && price(each) <= price(best) + NEAR;
  });
  const sure = (1 - EDIT_LOSS * best.edits) * (prefix ? 0.8 : 1);
  return near.slice(0, 2).map((each, order) => ({
    stems: each.entry.stems,
    sureness: sure * (near.length < 2 ? 1 : order === 0 ? 0.65 : 0.35),
  }));
}

/** `codereview` as two known words, the most even cut first. */
function split(word: string, words: Words): Reading[] | undefined {
  const known = (part: string): Entry | undefined => words.guide.get(part) ?? words.base.get(part);
  const cuts = Array.from({ length: Math.max(0, word.length - 4) }, (_, at) => at + 2);
  cuts.sort((a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2));
  for (const cut of cuts) {
    const [head, tail] = [known(word.slice(0, cut)), known(word.slice(cut))];
    if (head && tail) return [{ stems: [...head.stems, ...tail.stems], sureness: 0.9 }];
  }
  return undefined;
}
