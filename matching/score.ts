/** How well each story answers: by what the question asks for, by its words, and by what the user taught. */
import type { MatchIndex } from './build-index.ts';
import { byCompetencyShare } from './coverage.ts';
import { type Form, formOf } from './form.ts';
import { importance } from './importance.ts';
import type { Term } from './interpret.ts';
import { BY_KIND, KINDS } from './kinds.ts';
import { type Recalled, recall } from './learnt.ts';
import { type WordHit, wordHits, wordScores } from './lexical.ts';
import { type Recognised, recognise } from './recognise.ts';
import { COMPETENCIES, findPhrases } from './vocabulary.ts';

export interface Scores {
  /** The question as it was read. */
  readonly terms: readonly Term[];
  /** Per story, what the ranking goes by. */
  readonly total: Float64Array;
  /** Per story, the probability that it speaks of what is asked, 0..1, by its competencies and its kind. */
  readonly byTopic: Float64Array;
  /** Per story, the share of the question's words that it holds, 0..1. */
  readonly byWords: Float64Array;
  /** Which competencies the question asks for, and which kinds of story, as {@link recognise} gives them. */
  readonly asked: Float64Array;
  readonly kinds: Float64Array;
  readonly hits: readonly WordHit[];
  readonly recalled: ReadonlyMap<number, Recalled>;
  /** How much of the question's weighty words the matcher knows at all, 0..1. */
  readonly understood: number;
  /** How the question is put. */
  readonly form: Form;
  /** How many words were typed, as they are read. */
  readonly words: number;
  /** Exponent of a field's weight, see {@link wordScores}; the reasons use it too. */
  readonly evenness: number;
}

/** Weight of words beside competencies; the reasons use it too. */
export const WORDS = 0.7;
/** What a question that the guide itself routes to a story adds. */
const ROUTED = 0.8;
/** A pair that the user taught outranks everything else. */
const TAUGHT = 3;
/** Trusts the likeliest competencies a little more than the model does, which is cautious by its penalty. */
const SHARPNESS = 1.2;
/**
 * While a question has hardly a word that says anything, the stories keep the guide's order, or nearly: else the
 * first one would change with each letter of "Tell me about a time".
 */
const ENOUGH_CONTENT = 0.5;
const EARLY = 0.4;
/** Competencies less likely than this don't move a ranking and are skipped. */
const UNLIKELY = 0.01;

export function scoreStories(index: MatchIndex, question: string, terms: readonly Term[]): Scores {
  const { competencies: asked, kinds } = askedFor(terms);
  const byTopic = topicScores(index, asked, kinds);
  const { hits, total } = wordHits(index, terms);
  const words = terms.filter((term) => !term.other).length;
  const evenness = words > KEYWORDS ? 1 : KEYWORD_EVENNESS;
  const byWords = wordScores(index, hits, total, evenness);
  const recalled = recall(index.learnt, question, terms);
  const understood = understanding(index, terms);
  const early = Math.max(0, 1 - contentOf(terms) / ENOUGH_CONTENT);
  const sums = byTopic.map((value, row) => {
    const known = recalled.get(row);
    const memory = known ? known.likeness * (known.byUser ? TAUGHT : ROUTED) : 0;
    const place = (early * EARLY * (byTopic.length - row)) / byTopic.length;
    return value * understood + WORDS * (byWords[row] ?? 0) + memory + place;
  });
  const form = formOf(question);
  return {
    terms,
    total: sums,
    byTopic,
    byWords,
    asked,
    kinds,
    hits,
    recalled,
    understood,
    form,
    words,
    evenness,
  };
}

function topicScores(index: MatchIndex, asked: Float64Array, kinds: Float64Array): Float64Array {
  const scores = new Float64Array(index.guide.stories.length);
  const columns = COMPETENCIES.length;
  for (let column = 0; column < columns; column++) {
    const share = asked[column] ?? 0;
    if (share < UNLIKELY) continue;
    for (let row = 0; row < scores.length; row++)
      scores[row] = (scores[row] ?? 0) + share * (index.answers[row * columns + column] ?? 0);
  }
  for (let row = 0; row < scores.length; row++) {
    let byKind = 0;
    for (let kind = 0; kind < KINDS.length; kind++)
      byKind += (kinds[kind] ?? 0) * (index.kinds[row * KINDS.length + kind] ?? 0);
    scores[row] = byCompetencyShare(index.kinds, row) * (scores[row] ?? 0) + BY_KIND * byKind;
  }
  return scores;
}

/** In a query of so few words, and of nothing else, a phrase of the vocabulary is taken at its word. */
export const KEYWORDS = 4;
/** How even the fields are for a keyword. */
const KEYWORD_EVENNESS = 0.5;
/** How far, against what the model makes of it. */
const AT_ITS_WORD = 0.5;
/** `pushback from team` asks for pushback: what comes after such a word only says from whom or where, and counts so much. */
const QUALIFIES: ReadonlySet<string> = new Set(['from', 'with', 'by', 'at', 'within']);
const QUALIFIER = 0.5;

/**
 * What the question asks for. A question needs the model; a keyword that the vocabulary holds (`teamwork`,
 * `fast learner`) says it itself, and the model has seen few so short.
 */
function askedFor(terms: readonly Term[]): Recognised {
  const recognised = recognise(terms, SHARPNESS);
  const running = terms.filter((term) => !term.other);
  if (running.length > KEYWORDS) return recognised;
  const shares = recognised.competencies;
  const hits = findPhrases(running.map((term) => term.stem));
  let all = 0;
  for (const { stem, weight } of running) all += weight * importance(stem);
  if (all === 0) return recognised;
  const said = new Float64Array(shares.length);
  let taken = 0;
  for (const { from, to, competencies } of hits) {
    let worth = 0;
    for (const { stem, weight } of running.slice(from, to)) worth += weight * importance(stem);
    const qualifies = from > 1 && QUALIFIES.has(running[from - 1]?.stem ?? '');
    const part = ((qualifies ? QUALIFIER : 1) * AT_ITS_WORD * worth) / Math.max(1, all);
    taken += part;
    for (const place of competencies) said[place] = (said[place] ?? 0) + part / competencies.length;
  }
  const competencies = shares.map((share, at) => (1 - taken) * share + (said[at] ?? 0));
  return { competencies, kinds: recognised.kinds };
}

/** What the words of a question weigh together; none for "Tell me about a time you". */
function contentOf(terms: readonly Term[]): number {
  let content = 0;
  for (const { stem, weight, other } of terms) if (!other) content += weight * importance(stem);
  return content;
}

function understanding(index: MatchIndex, terms: readonly Term[]): number {
  let known = 0;
  let all = 0;
  for (const { stem, weight } of terms) {
    const worth = weight * Math.max(0.15, importance(stem));
    all += worth;
    if (index.words.knows(stem)) known += worth;
  }
  return all === 0 ? 0 : known / all;
}
