import { takeItem, understand, type WideArea } from './item.ts';
import {
  historyItem,
  type IndexedState,
  NO_HISTORY,
  type StoredHistory,
  type StoredState,
  type StoredText,
  stateItem,
  storedHistory,
} from './library-items.ts';
import { byteLength, checksum, pack, packTight, storedBytes, unpackTight } from './packed-text.ts';
import { applyPatch, diff } from './patch.ts';
import { type Budget, thin } from './thin.ts';

/** A patch larger than this share of its whole state is not worth it: the next state is stored whole. */
const PATCH_SHARE = 0.25;
/** A patch of this size is always worth it. */
const SMALL_PATCH = 300;
/** So much that is dropped may wait to be removed, so that not every save removes something. */
const GARBAGE = { count: 20, bytes: 32_768 };

/** What has to be removed and stored for a change of the history. Remove first: nothing refers to that. */
export interface HistoryChange {
  readonly remove: readonly string[];
  readonly set: Record<string, unknown>;
}

/** Reads a guide's index out of `found`. An unreadable one is set aside and begun anew. */
export async function takeHistory(
  id: string,
  found: Record<string, unknown>,
  area: WideArea,
  now: () => number,
): Promise<StoredHistory> {
  const { value, setAside } = await takeItem(historyItem(id), found, area, now);
  if (value !== undefined) return value;
  // States of the lost index may still be stored under the low numbers; they are not written over.
  return setAside === undefined ? NO_HISTORY : { ...NO_HISTORY, next: now() };
}

/** The text of one stored state, or `undefined` when it or the state it rests on can't be read. */
export async function textOfState(
  id: string,
  stateId: string,
  stored: (key: string) => unknown,
): Promise<string | undefined> {
  const read = async (each: string) => {
    const definition = stateItem(id, each);
    return understand(definition, await stored(definition.key));
  };
  const state = await read(stateId);
  if (state === undefined) return undefined;
  const whole = state.base === null ? undefined : await read(state.base);
  const base = whole?.base === null ? await unpackTight(whole.body) : undefined;
  return textIn(state, base);
}

/** The text of a state, given that of the whole state it rests on; `undefined` when it is damaged. */
export async function textIn(state: StoredState, base: string | undefined): Promise<string | undefined> {
  const body = await unpackTight(state.body);
  if (body === undefined || (state.base !== null && base === undefined)) return undefined;
  const text = state.base === null ? body : applyPatch(base ?? '', { ...state, insert: body });
  return text !== undefined && checksum(text) === state.sum ? text : undefined;
}

/** A state of `text`: a patch on the newest whole state where that is small, else whole. */
async function makeState(
  id: string,
  text: string,
  history: StoredHistory,
  area: WideArea,
): Promise<StoredState & { version: number }> {
  const sum = checksum(text);
  const whole = history.states.findLast((state) => state.base === null);
  if (whole !== undefined) {
    const base = await textOfState(id, whole.id, async (key) => (await area.get(key))[key]);
    if (base !== undefined) {
      const { start, end, insert } = diff(base, text);
      const body = pack(insert);
      const bytes = storedBytes(body);
      if (bytes <= SMALL_PATCH || bytes < whole.bytes * PATCH_SHARE)
        return { version: 1, base: whole.id, start, end, body, sum };
    }
  }
  return { version: 1, base: null, start: 0, end: 0, body: await packTight(text), sum };
}

/**
 * Leaves `kept` of a history; the rest becomes garbage, and enough garbage is removed.
 * @param passing the state that is kept for the time being only, if any
 */
export function leave(
  id: string,
  history: StoredHistory,
  kept: readonly IndexedState[],
  passing: string | null,
): HistoryChange {
  const ids = new Set(kept.map((state) => state.id));
  const dropped = history.states.filter((state) => !ids.has(state.id));
  const waiting = history.garbage.reduce((sum, { bytes }) => sum + bytes, 0);
  const isEnough = history.garbage.length >= GARBAGE.count || waiting > GARBAGE.bytes;
  const garbage = [
    ...(isEnough ? [] : history.garbage),
    ...dropped.map(({ id: stateId, bytes }) => ({ id: stateId, bytes })),
  ];
  return {
    remove: isEnough ? history.garbage.map((each) => stateItem(id, each.id).key) : [],
    set: storedHistory(id, { states: kept, garbage, next: history.next, passing }),
  };
}

/** The text of the state that is kept for the time being only; `undefined` where there is none, or it is damaged. */
export async function passingText(
  id: string,
  { passing }: StoredHistory,
  area: WideArea,
): Promise<string | undefined> {
  return passing === null ? undefined : textOfState(id, passing, async (key) => (await area.get(key))[key]);
}

/** A history without the state that was kept for the time being only. */
export function withoutPassing(history: StoredHistory): StoredHistory {
  const dropped = history.states.filter((state) => state.id === history.passing);
  return {
    ...history,
    states: history.states.filter((state) => state.id !== history.passing),
    garbage: [...history.garbage, ...dropped.map(({ id, bytes }) => ({ id, bytes }))],
    passing: null,
  };
}

/**
 * Adds a text that is being replaced to its guide's history, and thins that.
 * @param pinned when a state was saved that is thinned out last; see {@link thin}
 * @param isPassing whether it is kept for the time being only
 */
export async function addState(
  id: string,
  history: StoredHistory,
  previous: Pick<StoredText, 'text' | 'savedAt'>,
  area: WideArea,
  now: number,
  budget: Budget,
  pinned?: number,
  isPassing = false,
): Promise<HistoryChange> {
  const state = await makeState(id, previous.text, history, area);
  const stateId = String(history.next);
  const entry: IndexedState = {
    id: stateId,
    at: previous.savedAt,
    bytes: storedBytes(state),
    base: state.base,
    listed: true,
    size: byteLength(previous.text),
  };
  const kept = thin([...history.states, entry], now, budget, pinned);
  const isKept = kept.some((each) => each.id === stateId);
  const change = leave(
    id,
    { ...history, next: history.next + 1 },
    kept,
    isPassing && isKept ? stateId : null,
  );
  if (!isKept) return change;
  return { ...change, set: { ...change.set, [stateItem(id, stateId).key]: state } };
}

/** A smaller history. Store first what is in `set`, then remove. */
export interface Smaller extends HistoryChange {
  readonly left: StoredHistory;
}

/** Leaves `kept` of a history and nothing that waits to be removed. */
function shrunk(id: string, history: StoredHistory, kept: readonly IndexedState[]): Smaller {
  const ids = new Set(kept.map((state) => state.id));
  const gone = [...history.garbage, ...history.states.filter((state) => !ids.has(state.id))];
  const passing = kept.at(-1)?.id === history.passing ? history.passing : null;
  const left = { states: kept, garbage: [], next: history.next, passing };
  return {
    remove: gone.map((each) => stateItem(id, each.id).key),
    set: storedHistory(id, left),
    left,
  };
}

/** Removes what is dropped already, for a full disk. */
export function dropGarbage(id: string, history: StoredHistory): Smaller {
  return shrunk(id, history, history.states);
}

/** Drops half of a history, for a full disk. */
export function halve(id: string, history: StoredHistory, now: number): Smaller {
  const bytes = history.states.reduce((sum, state) => sum + state.bytes, 0) / 2;
  const kept = thin(history.states, now, { bytes, count: Math.floor(history.states.length / 2) });
  return shrunk(id, history, kept);
}
