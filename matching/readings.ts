/**
 * What one typed word may stand for: itself, a longer word that it begins, the word that it misspells, or two
 * words written together.
 */
import { importance } from './importance.ts';
import { cost, type Entry, type Lexicon, type Similar } from './lexicon.ts';
import { EDIT_LOSS, edits } from './spelling.ts';
import { stem } from './stem.ts';
import { FRAME_WORDS, STOP_WORDS } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** Sureness of a completed word by letters typed: one letter says little. */
const PREFIX_SURENESS = [0, 0.5, 0.65, 0.8, 0.9, 0.95];
/**
 * What a word with so many letters counts while it grows in a question: the words before it say more than a guess at
 * this one, and the first story should not change with each letter.
 */
const BEGUN_IN_QUESTION = [0, 0, 0, 0.03, 0.25, 0.6, 0.85];
const COMPLETIONS = 3;
/** A second reading counts when its cost is nearly that of the first. */
const NEAR = 0.3;
/** In a query of so few words each word's neighbour helps to read it. */
export const SHORT = 4;
/** A form of a known word, or what is left of one without its ending, has more letters than this. */
const LONG_PART = 4;
const ENDINGS = ['ing', 'ed', 'er', 'es', 'ly', 'tion', 'ment'];
/** Two pieces that are only a form of a known word together are read so from this length on. */
const LEAST_TOGETHER = 6;
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

const exactly = (token: Token): Reading[] => [{ stems: [token.stem], sureness: 1 }];

function isKnown(token: Token, words: Words): boolean {
  return words.knows(token.stem) || STOP_WORDS.has(token.word);
}

/** Does the word mean something by itself? `over` of `over ruled` does not. */
export const isContent = (token: Token, words: Words): boolean =>
  words.knows(token.stem) && !STOP_WORDS.has(token.word);

/**
 * `team work` for teamwork: two typed words that are one of the guide's or the vocabulary's, or, where one of them
 * is no word (`ada pting`), a form of one.
 */
export function togetherKnown(token: Token, next: Token, words: Words): Pick<Entry, 'stems'> | undefined {
  if (STOP_WORDS.has(token.word) && STOP_WORDS.has(next.word)) return undefined;
  const together = token.word + next.word;
  const entry = words.guide.get(together) ?? words.base.get(together);
  if (entry) return entry.stems.length === 1 ? entry : undefined;
  if (isKnown(token, words) && isKnown(next, words)) return undefined;
  const stemmed = stem(together);
  return together.length >= LEAST_TOGETHER && words.knows(stemmed) ? { stems: [stemmed] } : undefined;
}

/** What a finished word stands for. */
export function read(token: Token, words: Words): readonly Reading[] {
  if (isKnown(token, words) || !/^\p{L}/u.test(token.word)) return exactly(token);
  return remember(`= ${token.word}`, words, () => {
    const entry = words.guide.get(token.word) ?? words.base.get(token.word);
    if (entry) return [{ stems: entry.stems, sureness: 1 }];
    return apartOrMended(token, words) ?? exactly(token);
  });
}

/** `leapof` is two words as typed, sooner than one with mistakes; `conflct` is one, `codereview` two again. */
function apartOrMended(token: Token, words: Words): Reading[] | undefined {
  const parts = split(token.word, words);
  if (parts?.paired) return parts.readings;
  const found = mend(token, words, false);
  if (found.length > 0) return found;
  return parts?.readings ?? mendForm(token, words);
}

/** What the last word of `tokens` stands for while it may still be growing. */
export function readUnfinished(tokens: readonly Token[], token: Token, words: Words): readonly Reading[] {
  const readings = readBegun(token, tokens.length, words);
  const share = isQuestion(tokens) ? (BEGUN_IN_QUESTION[token.word.length] ?? 1) : 1;
  const whole = isKnown(token, words) && (token.word.length > 3 || STOP_WORDS.has(token.word));
  if (share === 1 || whole) return readings;
  return readings.map(({ stems, sureness }) => ({ stems, sureness: sureness * share }));
}

/** A question, or the beginning of one: many words, or one of grammar or of the interviewer's frame first. */
function isQuestion(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.word ?? '';
  return tokens.length >= SHORT || (tokens.length > 1 && (STOP_WORDS.has(first) || FRAME_WORDS.has(first)));
}

function readBegun(token: Token, count: number, words: Words): readonly Reading[] {
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
    const whole = apartOrMended(token, words);
    if (whole) return whole;
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

/** `codereview` as two known words, the most even cut first; `paired`: they stand together somewhere. */
function split(word: string, words: Words): { readings: Reading[]; paired: boolean } | undefined {
  const known = (part: string): Pick<Entry, 'stems'> | undefined =>
    words.guide.get(part) ?? words.base.get(part) ?? formOf(part, words);
  const cuts = Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => at + 2);
  cuts.sort((a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2));
  let first: Reading[] | undefined;
  for (const cut of cuts) {
    const [head, tail] = [known(word.slice(0, cut)), known(word.slice(cut))];
    if (!head || !tail) continue;
    const readings = [{ stems: [...head.stems, ...tail.stems], sureness: 0.9 }];
    if (words.knowsPair(head.stems.at(-1) ?? '', tail.stems[0] ?? '')) return { readings, paired: true };
    first ??= readings;
  }
  return first && { readings: first, paired: false };
}

/** A form of a known word, of some length: a short one may be anything. */
function formOf(word: string, words: Words): Pick<Entry, 'stems'> | undefined {
  const stemmed = word.length > LONG_PART ? stem(word) : '';
  return words.knows(stemmed) ? { stems: [stemmed] } : undefined;
}

/** `adappting`: no lexicon holds every form of a word, so the ending is taken off first, misspelt or not. */
function mendForm(token: Token, words: Words): Reading[] | undefined {
  for (let cut = token.word.length - 2; cut >= Math.max(LONG_PART, token.word.length - 4); cut--) {
    const ending = token.word.slice(cut);
    if (!ENDINGS.some((each) => edits(ending, each, 1) <= (ending.length > 2 ? 1 : 0))) continue;
    const head = token.word.slice(0, cut);
    if (words.knows(stem(head))) return [{ stems: [stem(head)], sureness: 0.8 }];
    const found = mend({ ...token, word: head, stem: stem(head) }, words, false);
    if (found.length > 0) return found;
  }
  return undefined;
}
