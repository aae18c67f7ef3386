/**
 * Which competencies a story speaks of, from its own words. Statements are not questions: what the author
 * named (theme, tags, answers) is taken at its word, running text only by how much of it points one way.
 */
import { plainTerms, termsOf } from './interpret.ts';
import { kindsNamed } from './kinds.ts';
import { recognise } from './recognise.ts';
import { COMPETENCY_WEIGHT, type StoryText, sentencesOf } from './story-text.ts';
import type { Token } from './tokens.ts';
import type { Field } from './types.ts';
import { COMPETENCIES, competencyPlace, findPhrases, NEIGHBOURS } from './vocabulary.ts';

/** Fields whose words are names of competencies, more often than not. */
const NAMING: ReadonlySet<Field> = new Set(['theme', 'tags', 'values', 'title']);
/**
 * Running text convinces by the share of it that points one way, beyond what all stories of the guide have in
 * common: `1 - exp(-(share - COMMON * mean share) / HALF_SHARE)`; sooner where no theme says what the story is about.
 */
const HALF_SHARE = 0.045;
const HALF_SHARE_NAMED = 0.08;
const COMMON = 0.8;
/** Sentences read in all, so that a guide of a thousand stories is read in time; a dozen stories are read in full. */
const SENTENCE_BUDGET = 1500;
const LEAST_SENTENCES = 1;
/** Where there is time for fewer than this of each story, those that a theme names go by their names alone. */
const WORTH_READING = 3;
/** What running text can say at most; less where the author has said what the story is about. */
const RUNNING_LIMIT = 0.8;
const RUNNING_LIMIT_NAMED = 0.3;
const TITLE_SHARE_NAMED = 0.7;
/** What interviewers ask about the person, not about an experience: only a name, a tag or a routed question counts. */
const NEVER_TOLD = [
  'weakness',
  'strengths',
  'about-yourself',
  'career',
  'why-us',
  'salary',
  'work-style',
  'technical-knowledge',
].map(competencyPlace);
/** A tag or value that runs on longer is a sentence. */
const MOST_NAME_WORDS = 7;
/** A name that the vocabulary doesn't hold is only guessed at. */
const GUESSED = 0.7;
const UNCLEAR_NEIGHBOURS = 0.75;
/** Exponent of the norm that joins several neighbours: high takes the strongest, 1 would add them up. */
const NORM = 3;

export interface Evidence {
  /** That the story is about each competency, 0..1, in the order of COMPETENCIES. */
  readonly own: Float64Array;
  /** Does its theme name one? */
  readonly clear: boolean;
  /** 1 for each kind of story that its theme names, in the order of KINDS. */
  readonly kinds: readonly number[];
}

/** Evidence for each of `count` stories, which are read one at a time, so that their words need not be kept. */
export function evidence(stories: Iterable<StoryText>, count: number): Evidence[] {
  const most = Math.max(LEAST_SENTENCES, Math.floor(SENTENCE_BUDGET / count));
  const names: NameCache = new Map();
  const read = Array.from(stories, (story) => readStory(story, most, names));
  const mean = new Float64Array(COMPETENCIES.length);
  for (const { running } of read)
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (running[at] ?? 0) / count;
  return read.map(({ named, running, clear, kinds }) => {
    const limit = clear ? RUNNING_LIMIT_NAMED : RUNNING_LIMIT;
    const half = clear ? HALF_SHARE_NAMED : HALF_SHARE;
    const own = named.map((value, at) => {
      const share = Math.max(0, (running[at] ?? 0) - COMMON * (mean[at] ?? 0));
      return 1 - (1 - value) * (1 - limit * (1 - Math.exp(-share / half)));
    });
    return { own, clear, kinds };
  });
}

interface ReadStory {
  /** Evidence from what names the story, 0..1. */
  readonly named: Float64Array;
  /** Share of the running text that speaks of each competency. */
  readonly running: Float64Array;
  readonly clear: boolean;
  readonly kinds: readonly number[];
}

function readStory({ story, texts }: StoryText, mostSentences: number, names: NameCache): ReadStory {
  const named = new Float64Array(COMPETENCIES.length);
  const running = new Float64Array(COMPETENCIES.length);
  const theme = findPhrases(plainTerms(story.theme, false).map((term) => term.stem));
  const isNamed = theme.length > 0;
  const most = isNamed && mostSentences < WORTH_READING ? 0 : mostSentences;
  let length = 0;
  let sentences = 0;
  for (const { field, text, tokens } of texts) {
    const weight = COMPETENCY_WEIGHT[field] * (isNamed && field === 'title' ? TITLE_SHARE_NAMED : 1);
    if (weight === 0) continue;
    if (NAMING.has(field) && tokens.length <= MOST_NAME_WORDS)
      join(named, nameShares(tokens, field, names), weight);
    else if (field === 'answers') join(named, recognise(plainTerms(text, true)).competencies, weight);
    else
      for (const sentence of sentencesOf(text, tokens)) {
        if (++sentences > most) break;
        const shares = recognise(termsOf(sentence)).competencies;
        const something = 1 - (shares[COMPETENCIES.length] ?? 0);
        if (something < 0.05) continue;
        length += weight;
        for (let at = 0; at < running.length; at++)
          running[at] = (running[at] ?? 0) + (weight * (shares[at] ?? 0)) / something;
      }
  }
  for (let at = 0; at < running.length; at++) running[at] = length === 0 ? 0 : (running[at] ?? 0) / length;
  for (const place of NEVER_TOLD) running[place] = 0;
  const kinds = kindsNamed(new Set(theme.flatMap(({ competencies }) => competencies)));
  return { named, running, clear: isNamed, kinds };
}

/** Values and tags recur from story to story: each is read once. */
type NameCache = Map<string, Float64Array>;

/** What a short name stands for: the vocabulary's word for it, else the model's guess. */
function nameShares(tokens: readonly Token[], field: Field, names: NameCache): Float64Array {
  const stems = tokens.map((token) => token.stem);
  const key = `${field === 'title'} ${stems.join(' ')}`;
  const known = names.get(key);
  if (known) return known;
  const shares = new Float64Array(COMPETENCIES.length);
  const hits = findPhrases(stems);
  for (const hit of hits)
    for (const place of hit.competencies)
      shares[place] = Math.max(shares[place] ?? 0, 1 / Math.sqrt(hit.competencies.length));
  const sure = hits.length > 0;
  const result = sure ? shares : recognise(termsOf(tokens)).competencies.map((share) => GUESSED * share);
  if (!sure || field === 'title') for (const place of NEVER_TOLD) result[place] = 0;
  names.set(key, result);
  return result;
}

function join(into: Float64Array, shares: Float64Array, weight: number): void {
  for (let at = 0; at < into.length; at++)
    into[at] = 1 - (1 - (into[at] ?? 0)) * (1 - weight * Math.min(1, shares[at] ?? 0));
}

/**
 * How well a story answers a question about each competency, 0..1: its own ones, and those next to them.
 * `answers[c] = (sum over d of (evidence[d] * nearness of c to d) ^ NORM) ^ (1 / NORM)`, at most 1. Neighbours of
 * what is only read out of running text count less (`distance`): that reading is a guess already.
 */
export function answersTo({ own, clear }: Evidence): Float64Array {
  const answers = new Float64Array(own.length);
  const distance = clear ? 1 : UNCLEAR_NEIGHBOURS;
  own.forEach((strength, from) => {
    if (strength < 0.02) return;
    for (const { to, strength: near } of NEIGHBOURS[from] ?? [])
      answers[to] = (answers[to] ?? 0) + (strength * near * (to === from ? 1 : distance)) ** NORM;
  });
  return answers.map((sum) => Math.min(1, Math.cbrt(sum)));
}
