/** The question bank as examples for training. */
import vocabularyData from '../stories-data/vocabulary.json' with { type: 'json' };
import { features } from './features.ts';
import { plainTerms } from './interpret.ts';
import { KINDS, kindPlace } from './kinds.ts';
import { type PackedModel, pack } from './model.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokens.ts';
import { beside, type Example, KIND_TRAINING, targetOf, train } from './train.ts';
import { COMPETENCIES, competencyPlace } from './vocabulary.ts';

export interface BankRow {
  readonly text: string;
  /** Ids, the primary one first; none for noise and small talk. */
  readonly competencies: readonly string[];
  /** Kinds of story that answer it well, the best first; none where no story of these kinds does. Missing: not judged. */
  readonly kinds?: readonly string[];
  /** Readers may differ whether they do. */
  readonly unsure?: boolean;
}

/** The class after the competencies: asks for no competency at all. */
export const NOTHING = COMPETENCIES.length;
export const CLASSES = NOTHING + 1;
/** Among the kinds the class after the last: no story of these kinds answers it. */
const NO_KIND = KINDS.length;
const KIND_CLASSES = NO_KIND + 1;

/** A phrase of the vocabulary teaches less than a question: it has no frame and often several meanings. */
const PHRASE_WEIGHT = 0.4;
/** A sentence from a story, as people tell it: teaches what stories sound like, which questions don't. */
const LINE_WEIGHT = 1.5;
const UNSURE_WEIGHT = 0.5;
/**
 * Near misses share most of their words and are answered differently. They part what words alone can't, but are no
 * picture of what is asked: taken in full they blur what a word says in other questions.
 */
const NEAR_MISS = { competencies: 0.5, kinds: 0.25 } as const;
/** Questions as public lists put them say the same things many times over. */
const PLAIN_WEIGHT = 0.5;
const STEP = 0.25;

/** Reads `stories-data/question-bank.jsonl` or, of the same shape, `plain-questions.jsonl`, `near-misses.jsonl` and `story-lines.jsonl`. Throws on a row that is not as described: the bank is ours. */
export function readBank(text: string): BankRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row: unknown = JSON.parse(line);
      if (!isBankRow(row)) throw new Error(`not a row of the bank: ${line}`);
      return row;
    });
}

function isBankRow(row: unknown): row is BankRow {
  if (typeof row !== 'object' || row === null || !('text' in row) || !('competencies' in row)) return false;
  const { text, competencies } = row;
  const kinds = 'kinds' in row ? row.kinds : [];
  return (
    typeof text === 'string' &&
    Array.isArray(competencies) &&
    competencies.every((id) => typeof id === 'string' && competencyPlace(id) >= 0) &&
    Array.isArray(kinds) &&
    kinds.every((id) => typeof id === 'string' && kindPlace(id) >= 0)
  );
}

export function exampleOf(row: BankRow): Example {
  return {
    features: features(plainTerms(row.text, true)),
    target: row.competencies.length === 0 ? [[NOTHING, 1]] : targetOf(row.competencies.map(competencyPlace)),
    weight: 1,
  };
}

/** What a row teaches about the kinds of story that answer it; nothing where nobody has judged it. */
export function kindExamples(rows: readonly BankRow[]): Example[] {
  return rows.flatMap(({ text, kinds, unsure = false }) => {
    if (!kinds) return [];
    const places = kinds.map(kindPlace);
    if (unsure || places.length === 0) places.push(NO_KIND);
    const weight = unsure ? UNSURE_WEIGHT : 1;
    return [{ features: features(plainTerms(text, true)), target: targetOf(places), weight }];
  });
}

/** Every phrase of the vocabulary as a short example. */
export function phraseExamples(): Example[] {
  return Object.entries(vocabularyData).flatMap(([id, entry]) =>
    entry.words.map((phrase) => ({
      features: features(plainTerms(phrase, false)),
      target: [[competencyPlace(id), 1] as const],
      weight: PHRASE_WEIGHT,
    })),
  );
}

/** Sentences of stories as examples; they have no clauses to weigh. */
export function lineExamples(lines: readonly BankRow[]): Example[] {
  return lines.map((line) => ({
    ...exampleOf(line),
    features: features(plainTerms(line.text, false)),
    weight: LINE_WEIGHT,
  }));
}

export interface Sources {
  readonly bank: readonly BankRow[];
  /** Questions as public lists put them. */
  readonly plain: readonly BankRow[];
  readonly nearMisses: readonly BankRow[];
  /** Sentences from stories. */
  readonly lines: readonly BankRow[];
}

/** The model of all that the project has, ready to be written. The same rows give the same model. */
export function modelOf(sources: Sources): PackedModel {
  const { bank, plain, nearMisses, lines } = sources;
  const competencies = train(competencyExamples(sources), CLASSES);
  const kinds = train(
    [
      ...kindExamples(bank),
      ...weighted(kindExamples(plain), PLAIN_WEIGHT),
      ...weighted(kindExamples(nearMisses), NEAR_MISS.kinds),
    ],
    KIND_CLASSES,
    KIND_TRAINING,
  );
  return pack(beside(competencies, kinds), surfacesOf([...bank, ...plain, ...nearMisses, ...lines]), STEP);
}

/** All that teaches competencies. */
export function competencyExamples({ bank, plain, nearMisses, lines }: Sources): Example[] {
  return [
    ...bank.map(exampleOf),
    ...weighted(plain.map(exampleOf), PLAIN_WEIGHT),
    ...weighted(nearMisses.map(exampleOf), NEAR_MISS.competencies),
    ...phraseExamples(),
    ...lineExamples(lines),
  ];
}

const weighted = (examples: readonly Example[], factor: number): Example[] =>
  examples.map((example) => ({ ...example, weight: factor * example.weight }));

/** For each stem the form in which it is written most often. */
function surfacesOf(rows: readonly BankRow[]): (stem: string) => string {
  const surfaces = new Map<string, Map<string, number>>();
  for (const { text } of rows)
    for (const token of tokenise(text)) {
      const forms = surfaces.get(token.stem) ?? new Map<string, number>();
      forms.set(token.word, (forms.get(token.word) ?? 0) + 1);
      surfaces.set(token.stem, forms);
    }
  return (name) => {
    const forms = [...(surfaces.get(name) ?? [])].filter(([form]) => stem(form) === name);
    forms.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return forms[0]?.[0] ?? name;
  };
}
