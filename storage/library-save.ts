import type { Done, SaveResult } from '../state/library-ports.ts';
import { understand } from './item.ts';
import {
  addState,
  dropGarbage,
  type HistoryChange,
  halve,
  passingText,
  takeHistory,
  withoutPassing,
} from './library-history.ts';
import {
  historyItem,
  libraryItem,
  type StoredHistory,
  type StoredLibrary,
  type StoredText,
  stateItem,
  storedHistory,
  storedText,
  textItem,
} from './library-items.ts';
import { failed, isFull, type Shelf, type ShelfDeps, storedLibrary, touched } from './library-shelf.ts';
import { diff } from './patch.ts';
import { seenItem, seenOf } from './seen-item.ts';
import type { Budget } from './thin.ts';
import { holdsWords, takesOut } from './words-held.ts';

const GONE = 'This guide is no longer in the library. Its text is still here: export it, or copy it.';
/** While typing, states of the history are at least so far apart, in milliseconds. */
const BETWEEN_STATES = 60_000;
/** A change of more code units than this at once is a state of its own. */
const LARGE_CHANGE = 200;

/** What saving needs besides the shelf. */
export interface SaveDeps extends ShelfDeps {
  /** For tests: how far apart states are while typing. */
  readonly betweenStates?: number;
}

/** The list with a guide's text changed, which brings it back when it was deleted meanwhile, also to the panels. */
function broughtBack(library: StoredLibrary, id: string, time: number): StoredLibrary {
  const next = touched(library, id, time);
  const entries = next.entries.map((entry) => (entry.id === id ? { ...entry, deletedAt: null } : entry));
  const isShown = next.currentId === null && next.shownBefore === id;
  return { ...next, entries, currentId: isShown ? id : next.currentId };
}

/** Whether the text that is replaced is worth a state that stays, whatever the change is about. */
function isWorthIt(
  history: StoredHistory,
  before: string,
  text: string,
  time: number,
  between: number,
): boolean {
  const newest = history.states.findLast((state) => state.listed);
  // A clock that was set back must not stop the history.
  if (newest === undefined || Math.abs(time - newest.at) >= between) return true;
  const { start, end, insert } = diff(before, text);
  return Math.max(insert.length, before.length - start - end) > LARGE_CHANGE;
}

/** What of a history stays before a text is replaced, and whether that text is added to it. */
interface Plan {
  readonly left: StoredHistory;
  /** `passing`: added until the guide's text has its words again. */
  readonly add: 'no' | 'passing' | 'lasting';
}

/**
 * No word that was saved may be in no text: neither in the guide's nor in one of its history. So a text that words
 * are taken out of is added, and dropped again when they were only typed anew.
 */
async function planOf(
  id: string,
  history: StoredHistory,
  before: string,
  text: string,
  isWorth: boolean,
  { area }: SaveDeps,
): Promise<Plan> {
  const passing = await passingText(id, history, area);
  // Nothing is put right by a change that only takes out: more may be about to go.
  const isBack = passing !== undefined && takesOut(text, before) && holdsWords(text, passing);
  const left = isBack ? withoutPassing(history) : history;
  if (isWorth) return { left, add: 'lasting' };
  const isHeld = passing !== undefined && !isBack && holdsWords(passing, before);
  return { left, add: takesOut(before, text) && !isHeld ? 'passing' : 'no' };
}

/** Whether a change adds a state: one that alone is over the budget is thinned out at once. */
function hasState(id: string, { next }: StoredHistory, { set }: HistoryChange): boolean {
  return stateItem(id, String(next)).key in set;
}

/** Stores a change of the history along with `main`. */
async function store(change: HistoryChange, main: Record<string, unknown>, { area }: SaveDeps) {
  if (change.remove.length > 0) await area.remove([...change.remove]);
  await area.set({ ...change.set, ...main });
}

/**
 * Stores the text before as a state and `main` in one batch, on a full disk after making room: first of what is
 * dropped already, then (not with `keep`) of older states, half of them at a time.
 * @returns whether it is stored; `false`: there is no room for the state
 */
async function storeWithState(
  id: string,
  previous: StoredText,
  main: Record<string, unknown>,
  history: StoredHistory,
  deps: SaveDeps,
  budget: Budget,
  keep: boolean,
  pinned: number | undefined,
  isPassing: boolean,
): Promise<boolean> {
  const { area, now } = deps;
  let left = history;
  for (let round = 0; ; round++) {
    try {
      const change = await addState(id, left, previous, area, now(), budget, pinned, isPassing);
      if (!hasState(id, left, change)) return false;
      await store(change, main, deps);
      return true;
    } catch (error) {
      if (!isFull(error)) throw error;
    }
    const smaller = round === 0 && left.garbage.length > 0 ? dropGarbage(id, left) : halve(id, left, now());
    if (smaller.remove.length === 0 || (keep && smaller.left.states.length < left.states.length))
      return false;
    await area.set(smaller.set);
    await area.remove([...smaller.remove]);
    left = smaller.left;
  }
}

/**
 * Stores a text if its guide is still at `basedOn`. Text, list and history go to disk in one batch, so that
 * a browser killed at any instant leaves all of it or nothing. To be called with the lock held.
 * @param keep the text before must be in the history, and this one when it is replaced in turn; no room for the
 *   text before is a failure
 */
export async function saveText(
  id: string,
  text: string,
  basedOn: number,
  shelf: Shelf,
  deps: SaveDeps,
  budgetFor: (guides: number) => Budget,
  keep: boolean,
): Promise<SaveResult> {
  const { area, now, betweenStates = BETWEEN_STATES } = deps;
  const textKey = textItem(id).key;
  const found = await area.get([libraryItem.key, textKey, historyItem(id).key, seenItem.key]);
  const { library } = await shelf.takeLibrary(found);
  const entry = library.entries.find((each) => each.id === id);
  if (entry === undefined) return failed(GONE);
  const { value: current } = await shelf.take(textItem(id), found);
  const time = now();
  // Stored already: after an answer that got lost, say.
  if (current?.text === text) {
    if (entry.deletedAt !== null) await area.set(storedLibrary(broughtBack(library, id, time)));
    return { outcome: 'saved', revision: current.revision };
  }
  if (current !== undefined && current.revision !== basedOn)
    return { outcome: 'conflict', theirs: { text: current.text, revision: current.revision } };

  const revision = Math.max(current?.revision ?? 0, basedOn) + 1;
  const main = {
    [textKey]: storedText({ text, revision, savedAt: time, isLasting: keep }),
    ...storedLibrary(broughtBack(library, id, time)),
  };
  const history = await takeHistory(id, found, area, now);
  const seen = seenOf(understand(seenItem, found[seenItem.key]), id);
  if (current === undefined) {
    await area.set(main);
    return { outcome: 'saved', revision };
  }
  const isWorth =
    keep ||
    current.isLasting ||
    // What is stored of its stories speaks of this text until a panel has read a later one.
    current.revision === seen?.revision ||
    isWorthIt(history, current.text, text, time, betweenStates);
  const { left, add } = await planOf(id, history, current.text, text, isWorth, deps);
  if (add === 'no') {
    await area.set(left === history ? main : { ...storedHistory(id, left), ...main });
    return { outcome: 'saved', revision };
  }
  const budget = budgetFor(library.entries.length);
  if (await storeWithState(id, current, main, left, deps, budget, keep, seen?.savedAt, add === 'passing'))
    return { outcome: 'saved', revision };
  if (keep)
    return failed(
      'There is no room left in the browser’s storage to keep the text before in the history, so nothing was changed there. Clear deleted guides away, or export and shorten this one.',
    );
  // The text matters more than its older states.
  await area.set(main);
  return { outcome: 'saved', revision, withoutHistory: true };
}

/** Puts a text into a guide's history, or changes nothing. To be called with the lock held. */
export async function keepText(
  id: string,
  text: string,
  { area, now }: SaveDeps,
  budgetFor: (guides: number) => Budget,
  shelf: Shelf,
): Promise<Done> {
  const found = await area.get([libraryItem.key, historyItem(id).key]);
  const { library } = await shelf.takeLibrary(found);
  if (!library.entries.some((each) => each.id === id)) return failed(GONE);
  const history = await takeHistory(id, found, area, now);
  const previous = { text, savedAt: now() };
  const change = await addState(id, history, previous, area, now(), budgetFor(library.entries.length));
  if (!hasState(id, history, change))
    return failed('Your text is too long for the history. Choose “Keep both, mine as a copy” instead.');
  if (change.remove.length > 0) await area.remove([...change.remove]);
  await area.set(change.set);
  return { outcome: 'done' };
}
