/** What a text asks for: a probability for each competency, and for "nothing of the kind". */
import modelData from '../stories-data/model.json' with { type: 'json' };
import { type Features, features } from './features.ts';
import type { Term } from './interpret.ts';
import { modelLogits, unpack } from './model.ts';
import { softmax } from './softmax.ts';

/** The trained model, unpacked once. */
export const MODEL = unpack(modelData);

/**
 * Shares over the competencies (order of COMPETENCIES) and, last, "asks for no competency"; sums to 1.
 * `sharpness` above 1 trusts the likeliest more.
 */
export function recognise(terms: readonly Term[], sharpness = 1): Float64Array {
  return recogniseFeatures(features(terms), sharpness);
}

export function recogniseFeatures(found: Features, sharpness = 1): Float64Array {
  const scores = modelLogits(MODEL, found);
  if (sharpness !== 1) for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) * sharpness;
  return softmax(scores);
}
