/** What a text asks for: which competencies, and which kinds of story would answer it. */
import modelData from '../stories-data/model.json' with { type: 'json' };
import { features } from './features.ts';
import type { Term } from './interpret.ts';
import { modelLogits, unpack } from './model.ts';
import { softmax } from './softmax.ts';
import { COMPETENCIES } from './vocabulary.ts';

/** The trained model, unpacked once: classes are the competencies, "nothing", then the kinds of story, "none". */
export const MODEL = unpack(modelData);
/** Where the kinds begin among the model's classes. */
export const FIRST_KIND = COMPETENCIES.length + 1;

export interface Recognised {
  /** Shares over the competencies (order of COMPETENCIES) and, last, "asks for no competency"; sums to 1. */
  readonly competencies: Float64Array;
  /** Shares over the kinds of story (order of KINDS) and, last, "no story of these kinds answers it"; sums to 1. */
  readonly kinds: Float64Array;
}

/** What a text asks for. `sharpness` above 1 trusts the likeliest competencies more. */
export function recognise(terms: readonly Term[], sharpness = 1): Recognised {
  const scores = modelLogits(MODEL, features(terms));
  const competencies = scores.slice(0, FIRST_KIND);
  if (sharpness !== 1)
    for (let at = 0; at < competencies.length; at++) competencies[at] = (competencies[at] ?? 0) * sharpness;
  return { competencies: softmax(competencies), kinds: softmax(scores.slice(FIRST_KIND)) };
}
