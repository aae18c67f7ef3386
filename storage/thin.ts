/**
 * Which states of a guide's history are kept: every one of the last day, one an hour for a week, one a day for
 * a month, one a week after; and within a budget. Pure and deterministic.
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

/** Of each stretch the newest. */
function onePerStretch<T extends Thinnable>(states: readonly T[], now: number): T[] {
  return states.filter((state, index) => {
    const stretch = stretchOf(state.at, now);
    const next = states[index + 1];
    return stretch === undefined || next === undefined || stretchOf(next.at, now) !== stretch;
  });
}

/** The state that is missed least: the smallest gap for its age. Never the last. */
function leastMissed(states: readonly Thinnable[], now: number): number {
  let least = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < states.length - 1; index++) {
    const at = states[index]?.at ?? 0;
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

/**
 * The states to keep of `states` (oldest first), in the same order.
 *
 * Over the count, those that are missed least go: close ones before distant ones, old before new. Over the
 * bytes, the oldest whole state goes with everything that rests on it, since only that makes room. The newest
 * state stays unless it alone is over the budget.
 */
export function thin<T extends Thinnable>(states: readonly T[], now: number, budget: Budget): T[] {
  let listed = onePerStretch(
    states.filter((state) => state.listed),
    now,
  );
  while (listed.length > budget.count) listed = listed.toSpliced(leastMissed(listed, now), 1);
  let kept = withBases(states, listed);
  while (bytesOf(kept) > budget.bytes) {
    const [oldest] = listed;
    const newest = listed.at(-1);
    if (oldest === undefined || newest === undefined) return [];
    const isOneGroup = wholeOf(oldest) === wholeOf(newest);
    listed = isOneGroup ? listed.slice(1) : listed.filter((state) => wholeOf(state) !== wholeOf(oldest));
    kept = withBases(states, listed);
  }
  return kept;
}
