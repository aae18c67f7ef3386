/**
 * Which states of a guide's history are kept: every one of the last day, one an hour for a week, one a day for
 * a month, one a week after; the first, as it was brought in, always; and within a budget. Pure and deterministic.
 */

/** What thinning looks at. A state is whole, or a patch on the whole state `base`. */
export interface Thinnable {
  readonly id: string;
  /** When it was saved, in epoch milliseconds. */
  readonly at: number;
  /** What it takes in storage. */
  readonly bytes: number;
  /** The id of the whole state that this one is a patch on; `null`: this one is whole. */
  readonly base: string | null;
  /** `false`: kept only because others are patches on it. */
  readonly listed: boolean;
}

export interface Budget {
  readonly bytes: number;
  /** How many states may be listed: the index of them is written with every save. */
  readonly count: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** The stretch of time of which one state is kept; `undefined`: every state is. */
function stretchOf(at: number, now: number): string | undefined {
  const age = now - at;
  if (age < DAY) return undefined;
  if (age < WEEK) return `hour ${Math.floor(at / HOUR)}`;
  if (age < 30 * DAY) return `day ${Math.floor(at / DAY)}`;
  return `week ${Math.floor(at / WEEK)}`;
}

/** Of each stretch the last, and the very first. A clock that was set back makes a stretch come twice. */
function onePerStretch<T extends Thinnable>(states: readonly T[], now: number, pinned?: number): T[] {
  const later = new Set<string>();
  return states
    .toReversed()
    .filter((state, fromEnd) => {
      const stretch = stretchOf(state.at, now);
      if (stretch === undefined) return true;
      const isLast = !later.has(stretch);
      later.add(stretch);
      return isLast || fromEnd === states.length - 1 || state.at === pinned;
    })
    .toReversed();
}

/** The state that is missed least: the smallest gap for its age. None before `from`, never the last. */
function leastMissed(states: readonly Thinnable[], now: number, from: number, pinned?: number): number {
  let least = from;
  let lowest = Number.POSITIVE_INFINITY;
  for (let index = from; index < states.length - 1; index++) {
    const at = states[index]?.at ?? 0;
    if (at === pinned) continue;
    const gap = Math.max(0, (states[index + 1]?.at ?? at) - (states[index - 1]?.at ?? at));
    const score = gap / (Math.max(0, now - at) + 1000);
    if (score < lowest) {
      lowest = score;
      least = index;
    }
  }
  return least;
}

/** The listed states and whatever they are patches on, in the order given. */
function withBases<T extends Thinnable>(all: readonly T[], listed: readonly T[]): T[] {
  const ids = new Set(listed.map((state) => state.id));
  const bases = new Set(listed.map((state) => state.base));
  return all
    .filter((state) => ids.has(state.id) || bases.has(state.id))
    .map((state) => (state.listed === ids.has(state.id) ? state : { ...state, listed: ids.has(state.id) }));
}

const bytesOf = (states: readonly Thinnable[]) => states.reduce((sum, { bytes }) => sum + bytes, 0);
const wholeOf = (state: Thinnable) => state.base ?? state.id;

/** Without the oldest whole state and all that rests on it, or without the oldest state where there is one such. */
function withoutOldest<T extends Thinnable>(listed: readonly T[]): T[] {
  const [oldest] = listed;
  const newest = listed.at(-1);
  if (oldest === undefined || newest === undefined) return [];
  const isOneGroup = wholeOf(oldest) === wholeOf(newest);
  return isOneGroup ? listed.slice(1) : listed.filter((state) => wholeOf(state) !== wholeOf(oldest));
}

/** The same between the first and the newest, which stay. */
function withoutMiddle<T extends Thinnable>(listed: readonly T[]): T[] {
  const [first] = listed;
  const newest = listed.at(-1);
  const middle = listed.slice(1, -1);
  if (first === undefined || newest === undefined || middle.length === 0) return [];
  const ends = [wholeOf(first), wholeOf(newest)];
  const victim = middle.find((state) => !ends.includes(wholeOf(state))) ?? middle[0];
  if (victim === undefined) return [];
  const goesAlone = wholeOf(victim) === wholeOf(newest);
  return listed.filter((state) => {
    if (state === first || state === newest) return true;
    return goesAlone ? state !== victim : wholeOf(state) !== wholeOf(victim);
  });
}

/**
 * The states to keep of `states` (oldest first), in the same order.
 *
 * Over the count, those that are missed least go: close ones before distant ones, old before new. Over the
 * bytes, the oldest whole state goes with everything that rests on it, since only that makes room. The newest
 * state stays unless it alone is over the budget; the first, unless it and the newest together are.
 *
 * @param pinned when a state was saved that is to stay as long as the budget allows
 */
export function thin<T extends Thinnable>(
  states: readonly T[],
  now: number,
  budget: Budget,
  pinned?: number,
): T[] {
  let listed = onePerStretch(
    states.filter((state) => state.listed),
    now,
    pinned,
  );
  const from = budget.count > 1 ? 1 : 0;
  while (listed.length > budget.count) listed = listed.toSpliced(leastMissed(listed, now, from, pinned), 1);
  const ends = listed.filter((_, index) => index === 0 || index === listed.length - 1);
  const isFirstSafe = bytesOf(withBases(states, ends)) <= budget.bytes;
  let kept = withBases(states, listed);
  while (bytesOf(kept) > budget.bytes) {
    if (listed.length === 0) return [];
    listed = isFirstSafe ? withoutMiddle(listed) : withoutOldest(listed);
    kept = withBases(states, listed);
  }
  return kept;
}
