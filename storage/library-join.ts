import { understand, type WideArea } from './item.ts';
import type { BundledGuide } from './library-bundle.ts';
import { type HistoryChange, leave, takeHistory } from './library-history.ts';
import { historyItem, type IndexedState, stateItem } from './library-items.ts';
import { type Budget, thin } from './thin.ts';

/** What adding the states of a file to a guide's history changes. */
export interface JoinedHistory {
  readonly change: HistoryChange;
  /** How many states come in. */
  readonly added: number;
}

const nameOf = ({ at, size }: IndexedState, sum: number | undefined) => `${at} ${size} ${sum}`;

/**
 * The history of a guide here with the states of the same guide in a file: those that are here already come in once.
 *
 * @param id the guide here
 * @param budget what the history may take; what is over it is thinned out
 */
export async function joinedHistory(
  id: string,
  guide: BundledGuide,
  area: WideArea,
  now: () => number,
  budget: Budget,
): Promise<JoinedHistory> {
  const here = await takeHistory(id, await area.get(historyItem(id).key), area, now);
  const found = await area.get(here.states.map((state) => stateItem(id, state.id).key));
  const known = new Map<string, IndexedState>();
  for (const state of here.states) {
    const body = understand(stateItem(id, state.id), found[stateItem(id, state.id).key]);
    if (body !== undefined) known.set(nameOf(state, body.sum), state);
  }
  const twinOf = (state: IndexedState) => known.get(nameOf(state, guide.bodies.get(state.id)?.sum));
  const wanted = guide.states.filter((state) => state.listed && twinOf(state)?.listed !== true);
  if (wanted.length === 0) return { change: { remove: [], set: {} }, added: 0 };

  const ids = new Set(wanted.map((state) => state.id));
  const bases = new Set(wanted.map((state) => state.base));
  let next = here.next;
  const idHere = new Map<string, string>();
  const bodies = new Map<string, Record<string, unknown>>();
  const added: IndexedState[] = [];
  // The whole ones first: the others are told what they rest on here.
  for (const state of [...guide.states].sort((a, b) => Number(a.base !== null) - Number(b.base !== null))) {
    const body = guide.bodies.get(state.id);
    if (body === undefined || !(ids.has(state.id) || bases.has(state.id))) continue;
    const twin = twinOf(state);
    if (!ids.has(state.id) && twin?.base === null) {
      idHere.set(state.id, twin.id);
      continue;
    }
    const newId = String(next++);
    const base = state.base === null ? null : idHere.get(state.base);
    if (base === undefined) continue;
    idHere.set(state.id, newId);
    added.push({ ...state, id: newId, base, listed: ids.has(state.id) });
    bodies.set(newId, { ...body, base, version: stateItem(id, newId).version });
  }
  const states = [...here.states, ...added].sort((a, b) => a.at - b.at);
  const kept = thin(states, now(), budget);
  const passing = kept.at(-1)?.id === here.passing ? here.passing : null;
  const { remove, set } = leave(id, { ...here, states, next }, kept, passing);
  const keptBodies = kept.flatMap((state) => {
    const body = bodies.get(state.id);
    return body === undefined ? [] : [[stateItem(id, state.id).key, body] as const];
  });
  return {
    change: { remove, set: { ...set, ...Object.fromEntries(keptBodies) } },
    added: kept.filter((state) => state.listed && bodies.has(state.id)).length,
  };
}
