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
  /** Other features: groups parted by `|`, each what comes before the space in its features, then all that comes after. */
  readonly others: string;
  /** For each feature, words first, the digits of its classes; parted by a space. */
  readonly classes: string;
  /** The digits of the weights, one for each of the classes. */
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

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
/** Classes are more than 64; no sign here needs an escape in any kind of quotes. */
const CLASS_DIGITS = `${DIGITS}.,:;=<>?@^_~!#%&()[]*/`;
const CLASS: ReadonlyMap<string, number> = new Map([...CLASS_DIGITS].map((sign, at) => [sign, at]));
const ZERO = 31;
const VALUE: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, at) => [digit, at]));
const digit = (value: number): string => DIGITS[Math.max(0, Math.min(62, Math.round(value) + ZERO))] ?? 'f';

const isWord = (name: string): boolean => !/[ #@]/.test(name);

/** Steps that weights are rounded to: large ones need no such fine difference, and few levels pack well. */
const LEVELS = [1, 2, 3, 4, 6, 8, 11, 15, 20, 27];

function toLevel(steps: number): number {
  const size = Math.abs(steps);
  const level = LEVELS.reduce((best, each) => (Math.abs(each - size) < Math.abs(best - size) ? each : best));
  return Math.sign(steps) * level;
}

/**
 * Quantises: weights become whole steps in -31..31, those that round to none are left out. `surface` gives the
 * written form of a stem.
 */
export function pack(weights: Weights, surface: (stem: string) => string, step: number): PackedModel {
  const single: string[] = [];
  const groups = new Map<string, string[]>();
  for (const [name, row] of weights.rows) {
    if (isWord(name)) single.push(name);
    else if (row.some((weight) => Math.round(weight / step) !== 0)) {
      const [left, right] = partsOf(name);
      const group = groups.get(left);
      if (group) group.push(right);
      else groups.set(left, [right]);
    }
  }
  const grouped = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [, rights] of grouped) rights.sort();
  const names = [
    ...single,
    ...grouped.flatMap(([left, rights]) => rights.map((right) => joined(left, right))),
  ];
  let digits = '';
  const classes = names.map((name) => {
    let text = '';
    weights.rows.get(name)?.forEach((weight, place) => {
      if (Math.round(weight / step) === 0) return;
      text += CLASS_DIGITS[place] ?? '';
      digits += digit(toLevel(weight / step));
    });
    return text;
  });
  return {
    step,
    bias: [...weights.bias].map((value) => digit(value / step)).join(''),
    words: single.map(surface).join(' '),
    others: grouped.map(([left, rights]) => [left, ...rights].join(' ')).join('|'),
    classes: classes.join(' '),
    weights: digits,
  };
}

/** `@boss said` in two; what is no pair has nothing before. */
function partsOf(name: string): [string, string] {
  const at = name.indexOf(' ');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

const joined = (left: string, right: string): string => (left === '' ? right : `${left} ${right}`);

export function unpack(packed: PackedModel): Model {
  const words = packed.words.split(' ');
  const others = packed.others.split('|').flatMap((group) => {
    const [left = '', ...rights] = group.split(' ');
    return rights.map((right) => joined(left, right));
  });
  const names = [...words.map(stem), ...others];
  const rows = new Map<string, Int8Array>();
  let read = 0;
  packed.classes.split(' ').forEach((text, at) => {
    const row = new Int8Array(2 * text.length);
    for (let place = 0; place < text.length; place++) {
      row[2 * place] = CLASS.get(text[place] ?? '') ?? 0;
      row[2 * place + 1] = (VALUE.get(packed.weights[read++] ?? '') ?? ZERO) - ZERO;
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
