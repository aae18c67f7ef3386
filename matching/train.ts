/**
 * Multinomial logistic regression (softmax) with soft targets and an L2 penalty, by stochastic gradient
 * descent. No randomness: the order of the rows is a fixed stride.
 */
import type { Features } from './features.ts';
import { softmax } from './softmax.ts';

export interface Example {
  readonly features: Features;
  /** Class -> share of the target, summing to 1. */
  readonly target: ReadonlyArray<readonly [number, number]>;
  /** How much this example counts; 1 for a row of the bank. */
  readonly weight: number;
}

export interface Weights {
  readonly classes: number;
  readonly bias: Float64Array;
  /** Feature -> one weight a class. */
  readonly rows: ReadonlyMap<string, Float64Array>;
}

export interface TrainingOptions {
  readonly passes: number;
  /** First step; the step of pass p is `step / (1 + p)`. */
  readonly step: number;
  readonly penalty: number;
  /** A feature must stand in so many examples, a pair of words in so many. */
  readonly least: number;
  readonly leastPair: number;
  /** A feature in d of n examples counts `(ln(n / d) / ln(n / 2)) ^ rarity`: 0 takes all alike. */
  readonly rarity: number;
  /** Weights below `least` (`leastPair` for pairs) are left out after so many passes; those left make up for them. */
  readonly prune: { readonly after: number; readonly least: number; readonly leastPair: number };
}

/** For competencies, chosen by cross-validation on the bank (`npm run eval`). */
export const TRAINING: TrainingOptions = {
  passes: 15,
  step: 4,
  penalty: 0.000005,
  least: 2,
  leastPair: 4,
  rarity: 0.6,
  prune: { after: 5, least: 0.65, leastPair: 1.05 },
};
/** For kinds of story: a few classes, so that small weights are affordable, and add up. */
export const KIND_TRAINING: TrainingOptions = {
  ...TRAINING,
  prune: { after: 5, least: 0.28, leastPair: 0.33 },
};
/** The bias learns slowly: it holds how often the bank asks for a competency, not how often interviewers do. */
const BIAS_STEP = 0.1;

/** Shares of a row's competencies, the primary one first: it is what the question asks for. */
export function targetOf(competencies: readonly number[]): Array<readonly [number, number]> {
  const shares = competencies.map((_, order) => (order === 0 ? 1.8 : 1 / (order + 1)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return competencies.map((competency, order) => [competency, (shares[order] ?? 0) / total] as const);
}

/** A stride near the golden section of `count` that shares no factor with it: visits all, in a mixed order. */
function strideFor(count: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  let stride = Math.max(1, Math.round(count * 0.618));
  while (divides(count, stride) !== 1) stride++;
  return stride;
}

/** An example as the loop reads it: feature numbers and values. */
interface Row {
  readonly places: readonly number[];
  readonly values: readonly number[];
  readonly example: Example;
}

export function train(examples: readonly Example[], classes: number, options = TRAINING): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(
    ([name, count]) => count >= (name.includes(' ') ? options.leastPair : options.least),
  );
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const places = new Map(kept.map(([name], place) => [name, place]));
  const worth = kept.map(([, count]) => rarity(count, examples.length, options.rarity));
  const rows = examples.map((example): Row => {
    const known = [...example.features].flatMap(([name, value]) => {
      const place = places.get(name);
      return place === undefined ? [] : [{ place, value: value * (worth[place] ?? 0) }];
    });
    return { places: known.map(({ place }) => place), values: known.map(({ value }) => value), example };
  });
  const bias = new Float64Array(classes);
  const leastOf = kept.map(([name], place) => {
    const { least, leastPair } = options.prune;
    return (name.includes(' ') ? leastPair : least) / (worth[place] ?? 1);
  });
  const weights = descend(rows, bias, leastOf, options);
  const named = kept.map(([name], place): [string, Float64Array] => {
    const row = weights.subarray(place * classes, (place + 1) * classes);
    return [name, row.map((weight) => weight * (worth[place] ?? 0))];
  });
  return { classes, bias, rows: new Map(named) };
}

const rarity = (count: number, all: number, power: number): number =>
  (Math.log(all / (count + 1)) / Math.log(all / 2)) ** power;

/** Stochastic gradient descent. The penalty shrinks all weights at once through `scale`. `leastOf`: for each feature the least weight worth keeping. */
function descend(
  rows: readonly Row[],
  bias: Float64Array,
  leastOf: readonly number[],
  options: TrainingOptions,
): Float64Array {
  const classes = bias.length;
  const weights = new Float64Array(leastOf.length * classes);
  const kept = new Uint8Array(weights.length).fill(1);
  const stride = strideFor(rows.length);
  const error = new Float64Array(classes);
  let scale = 1;
  for (let turn = 0; turn < options.passes * rows.length; turn++) {
    const row = rows[(turn * stride) % rows.length];
    if (!row) break;
    if (turn === options.prune.after * rows.length) prune(weights, kept, scale, leastOf);
    const step = options.step / (1 + turn / rows.length);
    error.set(bias);
    row.places.forEach((place, at) => {
      const value = scale * (row.values[at] ?? 0);
      for (let c = 0, from = place * classes; c < classes; c++)
        error[c] = (error[c] ?? 0) + value * (weights[from + c] ?? 0);
    });
    softmax(error);
    for (const [c, share] of row.example.target) error[c] = (error[c] ?? 0) - share;
    scale *= 1 - step * options.penalty;
    for (let c = 0; c < classes; c++)
      bias[c] = (bias[c] ?? 0) - BIAS_STEP * step * row.example.weight * (error[c] ?? 0);
    row.places.forEach((place, at) => {
      const move = (step * row.example.weight * (row.values[at] ?? 0)) / scale;
      for (let c = 0, from = place * classes; c < classes; c++)
        if (kept[from + c] === 1) weights[from + c] = (weights[from + c] ?? 0) - move * (error[c] ?? 0);
    });
  }
  return weights.map((weight) => weight * scale);
}

function prune(weights: Float64Array, kept: Uint8Array, scale: number, leastOf: readonly number[]): void {
  const classes = weights.length / leastOf.length;
  weights.forEach((weight, at) => {
    if (Math.abs(weight * scale) >= (leastOf[Math.floor(at / classes)] ?? 0)) return;
    weights[at] = 0;
    kept[at] = 0;
  });
}

/** Two models of the same features as one: the classes of `right` come after those of `left`. */
export function beside(left: Weights, right: Weights): Weights {
  const classes = left.classes + right.classes;
  const rows = new Map<string, Float64Array>();
  for (const name of new Set([...left.rows.keys(), ...right.rows.keys()])) {
    const row = new Float64Array(classes);
    row.set(left.rows.get(name) ?? []);
    row.set(right.rows.get(name) ?? [], left.classes);
    rows.set(name, row);
  }
  const bias = Float64Array.of(...left.bias, ...right.bias);
  return { classes, bias, rows };
}

/** Scores before softmax, one a class. */
export function logits(weights: Weights, features: Features): Float64Array {
  const sums = Float64Array.from(weights.bias);
  for (const [name, value] of features) {
    const row = weights.rows.get(name);
    if (row) for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + value * (row[at] ?? 0);
  }
  return sums;
}
