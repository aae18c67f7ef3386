/**
 * The linear model as data: small whole numbers packed into text, and the way back. What is written is
 * what is read: the same quantised weights are used in training's own figures.
 */
import type { Features } from './features.ts';
import { stem } from './stem.ts';
import type { Weights } from './train.ts';

/** `stories-data/model.json`. */
export interface PackedModel {
  /** One step of the whole-number weights. */
  readonly step: number;
  /** One digit a class. */
  readonly bias: string;
  /** Single words, most frequent first, as written most often, parted by a space. */
  readonly words: string;
  /** Other features (pairs, `@class`, `#phrase`), parted by `|`. */
  readonly others: string;
  /** For each feature, words first: pairs of class digit and weight digit, parted by a space. */
  readonly weights: string;
}

export interface Model {
  readonly classes: number;
  readonly bias: Float64Array;
  /** Value of one step of the weights in `rows`. */
  readonly step: number;
  /** Feature -> class, weight in steps, class, weight ... */
  readonly rows: ReadonlyMap<string, Int8Array>;
  /** Words that the model has seen, most frequent first, as written. */
  readonly words: readonly string[];
}

/** Classes are numbered from `!` on, past the two signs that JSON would escape. */
const CLASS_DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((sign) => sign !== '"' && sign !== '\\')
  .join('');
const CLASS: ReadonlyMap<string, number> = new Map([...CLASS_DIGITS].map((sign, at) => [sign, at]));

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const ZERO = 31;
const VALUE: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, at) => [digit, at]));
const digit = (value: number): string => DIGITS[Math.max(0, Math.min(62, Math.round(value) + ZERO))] ?? 'f';

const isWord = (name: string): boolean => !/[ #@]/.test(name);

/**
 * Quantises: weights become whole steps in -31..31, those below `least` steps (`leastPair` for pairs of words) are
 * left out. `surface` gives the written form of a stem.
 */
export function pack(
  weights: Weights,
  surface: (stem: string) => string,
  step: number,
  least: number,
  leastPair = least,
): PackedModel {
  const packed = new Map<string, string>();
  for (const [name, row] of weights.rows) {
    let text = '';
    const enough = name.includes(' ') ? leastPair : least;
    row.forEach((weight, place) => {
      if (Math.abs(Math.round(weight / step)) >= enough)
        text += (CLASS_DIGITS[place] ?? '') + digit(weight / step);
    });
    packed.set(name, text);
  }
  const single = [...packed.keys()].filter(isWord);
  const others = [...packed.keys()].filter((name) => !isWord(name) && packed.get(name) !== '');
  return {
    step,
    bias: [...weights.bias].map((value) => digit(value / step)).join(''),
    words: single.map(surface).join(' '),
    others: others.join('|'),
    weights: [...single, ...others].map((name) => packed.get(name) ?? '').join(' '),
  };
}

export function unpack(packed: PackedModel): Model {
  const words = packed.words.split(' ');
  const names = [...words.map(stem), ...packed.others.split('|')];
  const rows = new Map<string, Int8Array>();
  packed.weights.split(' ').forEach((text, at) => {
    const row = new Int8Array(text.length);
    for (let place = 0; place < text.length; place += 2) {
      row[place] = CLASS.get(text[place] ?? '') ?? 0;
      row[place + 1] = (VALUE.get(text[place + 1] ?? '') ?? ZERO) - ZERO;
    }
    rows.set(names[at] ?? '', row);
  });
  const bias = Float64Array.from(packed.bias, (each) => ((VALUE.get(each) ?? ZERO) - ZERO) * packed.step);
  return { classes: bias.length, bias, step: packed.step, rows, words };
}

/** Scores before softmax, one a class. */
export function modelLogits(model: Model, features: Features): Float64Array {
  const sums = Float64Array.from(model.bias);
  for (const [name, value] of features) {
    const row = model.rows.get(name);
    if (!row) continue;
    const unit = value * model.step;
    for (let at = 0; at < row.length; at += 2) {
      const place = row[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + unit * (row[at + 1] ?? 0);
    }
  }
  return sums;
}

/** The weight of one feature for one class; 0 when the model has none. */
export function weightOf(model: Model, feature: string, place: number): number {
  const row = model.rows.get(feature);
  if (!row) return 0;
  for (let at = 0; at < row.length; at += 2) if (row[at] === place) return model.step * (row[at + 1] ?? 0);
  return 0;
}
