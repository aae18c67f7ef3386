/** Times as people write them: `45 seconds`, `1:30`, `45-60 s max`, `2-3 min`. */

export interface Seconds {
  readonly from: number;
  readonly to: number;
}

const NUMBER = String.raw`(\d{1,4}):([0-5]\d)|(\d{1,4}(?:[.,]\d{1,2})?|an?|one|two|three|half an?)`;
const UNIT = `(seconds?|secs?|s|minutes?|mins?|m)(?![a-z])`;
const TIME = new RegExp(String.raw`(?:${NUMBER})[\s-]*(?:${UNIT})?`, 'g');
const BETWEEN = /^\s*(?:-|–|—|to|or)\s*$/;

/** Words that may stand beside a time and say no more than it does. */
const BESIDE_TIME = new Set([
  '',
  'about',
  'approx',
  'around',
  'up',
  'to',
  'under',
  'max',
  'maximum',
  'at',
  'most',
  'target',
  'spoken',
  'version',
  'total',
  'aloud',
  'or',
  'less',
  'and',
]);

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  'half a': 0.5,
  'half an': 0.5,
};

/** Longer than any answer: such a number is a year or a mistake. */
const MAX_SECONDS = 3600;
/** A bare number below this is not believed to be seconds. */
const MIN_BARE = 10;

interface Time {
  readonly amount: number;
  /** Seconds in one; `undefined` where no unit is written. */
  readonly unit: number | undefined;
  readonly start: number;
  readonly end: number;
}

/**
 * @param text what stands after `Time:`
 * @returns whole seconds, `from <= to`, equal for a plain time; `undefined` where no time can be read.
 *   A bare number counts as seconds.
 */
export function parseSeconds(text: string): Seconds | undefined {
  const times = timesOf(text);
  const [first, second] = times;
  if (!first) return undefined;
  if (second && BETWEEN.test(text.slice(first.end, second.start).toLowerCase())) {
    const unit = second.unit ?? first.unit;
    const from = toSeconds(first.amount, first.unit ?? unit);
    const to = toSeconds(second.amount, unit);
    return from === undefined || to === undefined
      ? undefined
      : { from: Math.min(from, to), to: Math.max(from, to) };
  }
  const whole = toSeconds(first.amount, first.unit);
  if (whole === undefined) return undefined;
  // `1 min 30 s`: the smaller unit follows at once.
  const isSum =
    second?.unit === 1 && first.unit === 60 && /^\s*(?:and)?\s*$/.test(text.slice(first.end, second.start));
  const sum = isSum && second ? whole + second.amount : whole;
  return { from: sum, to: sum };
}

/**
 * @param heading a heading's text: `Story 1: The Risk Story (45 seconds)`
 * @returns the time in its brackets, and the heading without it
 */
export function timeInHeading(heading: string): {
  readonly seconds: Seconds | undefined;
  readonly text: string;
} {
  for (const match of heading.slice(0, 500).matchAll(/\s*[([]([^()[\]]{1,40})[)\]]/g)) {
    const inner = match[1] ?? '';
    // Only with a unit and nothing else: `(2018–2019)`, `($4M saved)` and `(150-200 words)` are no times.
    if (!timesOf(inner).some((time) => time.unit !== undefined) || !isOnlyTime(inner)) continue;
    const seconds = parseSeconds(inner);
    if (seconds)
      return {
        seconds,
        text: (heading.slice(0, match.index) + heading.slice(match.index + match[0].length)).trim(),
      };
  }
  return { seconds: undefined, text: heading };
}

/** @returns whether a text holds a time and no words of its own, such as `45-60 seconds max` */
export function isOnlyTime(text: string): boolean {
  const times = timesOf(text);
  const others = times.reduceRight(
    (rest, time) => `${rest.slice(0, time.start)} ${rest.slice(time.end)}`,
    text,
  );
  return (
    times.length > 0 && others.split(/[\s,;()–—~≈<≤.-]+/).every((word) => BESIDE_TIME.has(word.toLowerCase()))
  );
}

function timesOf(text: string): Time[] {
  const times: Time[] = [];
  for (const match of text.slice(0, 200).toLowerCase().matchAll(TIME)) {
    const [whole, minutes, seconds, number = '', unit] = match;
    const start = match.index;
    const end = start + whole.trimEnd().replace(/-$/, '').length;
    if (minutes !== undefined)
      times.push({ amount: Number(minutes) * 60 + Number(seconds), unit: 1, start, end });
    else {
      const amount = WORDS[number] ?? Number(number.replace(',', '.'));
      // A letter alone is an article, not a time.
      if (unit === undefined && WORDS[number] !== undefined) continue;
      times.push({
        amount,
        unit: unit === undefined ? undefined : unit.startsWith('m') ? 60 : 1,
        start,
        end,
      });
    }
  }
  return times;
}

function toSeconds(amount: number, unit: number | undefined): number | undefined {
  if (unit === undefined && amount < MIN_BARE) return undefined;
  const seconds = Math.round(amount * (unit ?? 1));
  return seconds > 0 && seconds <= MAX_SECONDS ? seconds : undefined;
}
