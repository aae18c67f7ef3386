/** Everything that can be worked out about a guide before a question is asked. */
import type { Guide } from '../guide/types.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { KINDS } from './kinds.ts';
import { type LearntMemory, learntMemory } from './learnt.ts';
import { type Entry, Lexicon } from './lexicon.ts';
import { answersTo, evidence } from './profile.ts';
import type { Words } from './readings.ts';
import { MODEL } from './recognise.ts';
import { COMMON_WORDS, FRAME_WORDS, STOP_WORDS } from './stop-words.ts';
import { type FieldText, fieldTexts, type StoryText, WORD_WEIGHT } from './story-text.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Field, LearntPair } from './types.ts';
import { COMPETENCIES, inPhrase, VOCABULARY_PAIRS, VOCABULARY_WORDS } from './vocabulary.ts';

/** Where a stem stands: the stories in order, how much it counts in each, and the strongest place. */
export interface Posting {
  readonly stories: number[];
  readonly weights: number[];
  readonly fields: Field[];
  /** The story's own word for it, for showing why. */
  readonly surfaces: string[];
}

export interface MatchIndex {
  readonly guide: Guide;
  readonly words: Words;
  /** By stem, and by two neighbouring stems `left right`. */
  readonly postings: ReadonlyMap<string, Posting>;
  /** Row per story, column per competency: how well the story answers it, 0..1. */
  readonly answers: Float32Array;
  /** Row per story, column per kind of story: 1 where its theme names the kind, else 0. */
  readonly kinds: Float32Array;
  readonly coverage: Coverage;
  readonly learnt: LearntMemory;
}

/** `50%`, `14k`: the number is found without its unit too. */
const NUMBER_WITH_UNIT = /^(\d+(?:\.\d+)?)\D+$/;
/** Words written together are read apart only for so many pairs: enough for any guide that a person learns. */
const MOST_PAIRS = 4000;
/** After so many neighbouring words only those of the fields below are kept: a guide of hundreds of stories. */
const MOST_PAIR_POSTINGS = 10_000;
const PAIR_FIELDS: ReadonlySet<Field> = new Set([
  'theme',
  'title',
  'tags',
  'values',
  'hooks',
  'points',
  'metrics',
]);
/** Every further mention adds this share of its weight, so that a repeated word counts a little more. */
const REPEAT = 0.08;

let base: Lexicon | undefined;
let baseStems: Set<string> | undefined;

/** The words that every guide shares; made once. */
function baseWords(): { lexicon: Lexicon; stems: Set<string> } {
  if (base && baseStems) return { lexicon: base, stems: baseStems };
  const entries: Entry[] = [];
  const stems = new Set<string>();
  const add = (word: string, parts: readonly string[], weight: number): void => {
    entries.push({ word, stems: parts, weight });
    if (parts.length === 1) stems.add(parts[0] ?? '');
  };
  for (const [word, stem] of VOCABULARY_WORDS) if (!STOP_WORDS.has(word)) add(word, [stem], 0.3);
  for (const [word, parts] of VOCABULARY_PAIRS) add(word, parts, 0.2);
  MODEL.words.forEach((word, rank) => {
    for (const token of tokenise(word))
      if (!STOP_WORDS.has(word)) add(word, [token.stem], 0.3 - 0.25 * (rank / MODEL.words.length));
  });
  for (const set of [STOP_WORDS, FRAME_WORDS, COMMON_WORDS])
    for (const word of set)
      for (const token of tokenise(word)) add(word, [token.stem], set === STOP_WORDS ? 0.02 : 0.1);
  base = new Lexicon(entries);
  baseStems = stems;
  return { lexicon: base, stems };
}

/**
 * The index of a guide. `learnt`: what the user said should have been shown, oldest first.
 * Takes a few milliseconds for a guide of a dozen stories, under 0.3 s for a thousand.
 */
export function buildIndex(guide: Guide, learnt: readonly LearntPair[] = []): MatchIndex {
  const { lexicon, stems } = baseWords();
  const collector = new Collector();
  function* read(): Generator<StoryText> {
    for (const [at, story] of guide.stories.entries()) {
      const texts = fieldTexts(story);
      collector.addStory(texts, at);
      yield { story, texts };
    }
  }
  const columns = COMPETENCIES.length;
  const answers = new Float32Array(guide.stories.length * columns);
  const kinds = new Float32Array(guide.stories.length * KINDS.length);
  evidence(read(), guide.stories.length).forEach((own, row) => {
    answers.set(answersTo(own), row * columns);
    kinds.set(own.kinds, row * KINDS.length);
  });
  const { postings } = collector;
  const words: Words = {
    guide: new Lexicon(collector.entries()),
    base: lexicon,
    knows: (stem) => stems.has(stem) || postings.has(stem),
    knowsPair: (left, right) => postings.has(`${left} ${right}`) || inPhrase(left, right),
    mended: new Map(),
  };
  const coverage = coverageOf(answers, kinds);
  return { guide, words, postings, answers, kinds, coverage, learnt: learntMemory(guide, learnt) };
}

/** Gathers postings and the guide's words, story by story. */
class Collector {
  readonly postings = new Map<string, Posting>();
  readonly #surfaces = new Map<string, { stems: readonly string[]; weight: number }>();
  #pairs = 0;
  #posted = 0;

  addStory(texts: readonly FieldText[], at: number): void {
    for (const { field, tokens } of texts) {
      const weight = WORD_WEIGHT[field];
      tokens.forEach((token, place) => {
        const before = tokens[place - 1];
        if (before) this.#pair(before, token, at, field);
        this.#post(token.stem, at, weight, field, token.word);
        if (!STOP_WORDS.has(token.word)) this.#surface(token.word, weight, token.stem);
        const bare = token.word < 'a' ? NUMBER_WITH_UNIT.exec(token.word)?.[1] : undefined;
        if (bare !== undefined) this.#post(bare, at, 0.7 * weight, field, token.word);
      });
    }
  }

  /** The guide's words with how likely each is meant, 0..1. */
  *entries(): Generator<Entry> {
    for (const [word, { stems, weight }] of this.#surfaces) {
      const common = COMMON_WORDS.has(word) || FRAME_WORDS.has(word) ? 0.3 : 1;
      yield { word, stems, weight: weight * common };
    }
  }

  #pair(before: Token, token: Token, at: number, field: Field): void {
    if (this.#posted > MOST_PAIR_POSTINGS && !PAIR_FIELDS.has(field)) return;
    if (STOP_WORDS.has(before.word) && STOP_WORDS.has(token.word)) return;
    this.#posted++;
    this.#post(`${before.stem} ${token.stem}`, at, WORD_WEIGHT[field], field, `${before.word} ${token.word}`);
    if (!PAIR_FIELDS.has(field) || this.#pairs >= MOST_PAIRS) return;
    this.#pairs++;
    this.#surface(before.word + token.word, 0.5 * WORD_WEIGHT[field], before.stem, token.stem);
  }

  #surface(word: string, weight: number, stem: string, second?: string): void {
    const known = this.#surfaces.get(word);
    if (known && known.weight >= weight) return;
    this.#surfaces.set(word, { stems: second === undefined ? [stem] : [stem, second], weight });
  }

  #post(stem: string, at: number, weight: number, field: Field, surface: string): void {
    const posting = this.postings.get(stem);
    if (!posting) {
      // Most words stand in one story: an array that begins empty would be given room for seventeen.
      this.postings.set(stem, { stories: [at], weights: [weight], fields: [field], surfaces: [surface] });
      return;
    }
    const last = posting.stories.length - 1;
    if (posting.stories[last] !== at) {
      posting.stories.push(at);
      posting.weights.push(weight);
      posting.fields.push(field);
      posting.surfaces.push(surface);
      return;
    }
    const known = posting.weights[last] ?? 0;
    if (weight > known) {
      posting.fields[last] = field;
      posting.surfaces[last] = surface;
    }
    posting.weights[last] = Math.min(1.3, Math.max(known, weight) + REPEAT * Math.min(known, weight));
  }
}
