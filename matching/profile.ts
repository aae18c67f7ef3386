/**
 * Which competencies a story speaks of, from its own words. Statements are not questions: what the author
 * named (theme, tags, answers) is taken at its word, running text only by how much of it points one way.
 */
import type { Story } from '../guide/types.ts';
import { plainTerms } from './interpret.ts';
import { recognise } from './recognise.ts';
import { COMPETENCY_WEIGHT, fieldTexts } from './story-text.ts';
import type { Field } from './types.ts';
import { COMPETENCIES, competencyPlace, findPhrases, NEIGHBOURS } from './vocabulary.ts';

/** Fields whose words are names of competencies, more often than not. */
const NAMING: ReadonlySet<Field> = new Set(['theme', 'tags', 'values', 'title']);
/**
 * Running text convinces by the share of it that points one way, beyond what all stories of the guide have in
 * common: `1 - exp(-(share - COMMON * mean share) / HALF_SHARE)`.
 */
const HALF_SHARE = 0.08;
const COMMON = 0.6;
/** What running text can say at most; less where the author has said what the story is about. */
const RUNNING_LIMIT = 0.8;
const RUNNING_LIMIT_NAMED = 0.3;
const TITLE_SHARE_NAMED = 0.7;
/** What interviewers ask about the person, not about an experience: only a name, a tag or a routed question counts. */
const NEVER_TOLD = ['weakness', 'strengths', 'about-yourself', 'career', 'why-us', 'salary', 'work-style', 'technical-knowledge'].map(
  competencyPlace,
);
/** Exponent of the norm that joins several neighbours: high takes the strongest, 1 would add them up. */
const NORM = 3;
const SENTENCE = /(?<=[.!?;])\s+|\n+/;

/** Evidence for each story that it is about each competency, 0..1, in the order of COMPETENCIES. */
export function evidence(stories: readonly Story[]): Float64Array[] {
  const read = stories.map(readStory);
  const mean = new Float64Array(COMPETENCIES.length);
  for (const { running } of read)
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (running[at] ?? 0) / stories.length;
  return read.map(({ named, running, limit }) =>
    named.map((value, at) => {
      const share = Math.max(0, (running[at] ?? 0) - COMMON * (mean[at] ?? 0));
      return 1 - (1 - value) * (1 - limit * (1 - Math.exp(-share / HALF_SHARE)));
    }),
  );
}

interface ReadStory {
  /** Evidence from what names the story, 0..1. */
  readonly named: Float64Array;
  /** Share of the running text that speaks of each competency. */
  readonly running: Float64Array;
  readonly limit: number;
}

function readStory(story: Story): ReadStory {
  const named = new Float64Array(COMPETENCIES.length);
  const running = new Float64Array(COMPETENCIES.length);
  const isNamed = findPhrases(plainTerms(story.theme, false).map((term) => term.stem)).length > 0;
  let length = 0;
  for (const { field, text } of fieldTexts(story)) {
    const weight = COMPETENCY_WEIGHT[field] * (isNamed && field === 'title' ? TITLE_SHARE_NAMED : 1);
    if (weight === 0) continue;
    if (NAMING.has(field)) join(named, nameShares(text), weight);
    else if (field === 'answers') join(named, recognise(plainTerms(text, true)), weight);
    else
      for (const sentence of text.split(SENTENCE)) {
        const shares = recognise(plainTerms(sentence, false));
        const something = 1 - (shares[COMPETENCIES.length] ?? 0);
        if (something < 0.05) continue;
        length += weight;
        for (let at = 0; at < running.length; at++)
          running[at] = (running[at] ?? 0) + (weight * (shares[at] ?? 0)) / something;
      }
  }
  for (let at = 0; at < running.length; at++) running[at] = length === 0 ? 0 : (running[at] ?? 0) / length;
  for (const place of NEVER_TOLD) running[place] = 0;
  return { named, running, limit: isNamed ? RUNNING_LIMIT_NAMED : RUNNING_LIMIT };
}

/** What a short name stands for: the vocabulary's word for it, else the model's guess. */
function nameShares(text: string): Float64Array {
  const terms = plainTerms(text, false);
  const shares = new Float64Array(COMPETENCIES.length);
  let sure = false;
  for (const hit of findPhrases(terms.map((term) => term.stem))) {
    sure = true;
    for (const place of hit.competencies)
      shares[place] = Math.max(shares[place] ?? 0, 1 / Math.sqrt(hit.competencies.length));
  }
  return sure ? shares : recognise(terms).map((share) => 0.7 * share);
}

function join(into: Float64Array, shares: Float64Array, weight: number): void {
  for (let at = 0; at < into.length; at++)
    into[at] = 1 - (1 - (into[at] ?? 0)) * (1 - weight * Math.min(1, shares[at] ?? 0));
}

/**
 * How well a story answers a question about each competency, 0..1: its own ones, and those next to them.
 * `answers[c] = (sum over d of (evidence[d] * NEIGHBOURS[d][c]) ^ NORM) ^ (1 / NORM)`, at most 1.
 */
export function answersTo(own: Float64Array): Float64Array {
  const answers = new Float64Array(own.length);
  own.forEach((strength, from) => {
    if (strength < 0.02) return;
    NEIGHBOURS[from]?.forEach((near, to) => {
      if (near > 0) answers[to] = (answers[to] ?? 0) + (strength * near) ** NORM;
    });
  });
  return answers.map((sum) => Math.min(1, Math.cbrt(sum)));
}
