import { guideItem } from './guide-item.ts';
import { keysIn, understand, type WideArea } from './item.ts';
import { leavingItem } from './leaving-item.ts';
import { addState, takeHistory } from './library-history.ts';
import { historyItem, type StoredLibrary, storedText, textItem } from './library-items.ts';
import { nameFrom, newEntry, type Shelf, type ShelfDeps, storedLibrary, touched } from './library-shelf.ts';
import type { Budget } from './thin.ts';

/** What bringing in a text changes. */
interface Adopted {
  readonly library: StoredLibrary;
  readonly set: Record<string, unknown>;
  readonly remove: readonly string[];
}

/** Shows a guide, whatever became of it meanwhile. */
function shown(library: StoredLibrary, id: string): StoredLibrary {
  return {
    ...library,
    currentId: id,
    entries: library.entries.map((entry) =>
      entry.id === id ? { ...entry, archivedAt: null, deletedAt: null } : entry,
    ),
  };
}

/**
 * Brings in the one guide that older versions kept (and `npm start -- --guide FILE` stores). Done twice it is
 * as done once: a text that is here already is only shown. A newer text takes the place of the one that was
 * brought in before, which stays in the history, unless that was edited here: then it is a guide of its own.
 */
async function adopt(
  text: string,
  library: StoredLibrary,
  { area, now, newId }: ShelfDeps,
  budget: Budget,
): Promise<Adopted> {
  const found = await area.get(library.entries.map(({ id }) => textItem(id).key));
  const textOf = (id: string) => understand(textItem(id), found[textItem(id).key]);
  const same = library.entries.find(({ id }) => textOf(id)?.text === text);
  if (same !== undefined) return { library: shown(library, same.id), set: {}, remove: [] };

  const time = now();
  const { adopted } = library;
  const before = adopted === null ? undefined : textOf(adopted.id);
  if (adopted !== null && before !== undefined && before.revision === adopted.revision) {
    const { id } = adopted;
    const revision = before.revision + 1;
    const history = await takeHistory(id, await area.get(historyItem(id).key), area, now);
    const change = await addState(id, history, before, area, time, budget);
    return {
      library: { ...touched(shown(library, id), id, time), adopted: { id, revision } },
      set: { ...change.set, [textItem(id).key]: storedText({ text, revision, savedAt: time }) },
      remove: change.remove,
    };
  }
  const id = newId();
  const entries = [...library.entries, newEntry(id, nameFrom(text), time)];
  return {
    library: { ...touched({ ...library, entries, currentId: id }, id, time), adopted: { id, revision: 1 } },
    set: { [textItem(id).key]: storedText({ text, revision: 1, savedAt: time }) },
    remove: [],
  };
}

/** Brings in what stands under the key of older versions, if anything; to be called with the lock held. */
export async function adoptOld(
  library: StoredLibrary,
  found: Record<string, unknown>,
  shelf: Shelf,
  deps: ShelfDeps,
  budget: Budget,
): Promise<{ readonly library: StoredLibrary; readonly notices: readonly string[] }> {
  const { value, setAside } = await shelf.take(guideItem, found);
  if (setAside !== undefined) {
    const notice = `Your stored guide could not be read. It is kept as it was, under “${setAside}”.`;
    return { library, notices: [notice] };
  }
  if (value === undefined) return { library, notices: [] };
  const { area } = deps;
  const adopted = await adopt(value.text, library, deps, budget);
  if (adopted.remove.length > 0) await area.remove([...adopted.remove]);
  await area.set({ ...storedLibrary(adopted.library), ...adopted.set });
  // Only after it is in the library for certain. Killed before this, the next start finds the same text.
  await area.remove([guideItem.key]);
  return { library: { ...adopted.library, revision: adopted.library.revision + 1 }, notices: [] };
}

/** The keys of everything that belongs to guides that are cleared away, what was set aside of them as well. */
export async function keysOf(ids: readonly string[], area: WideArea): Promise<string[]> {
  const own = ids.flatMap((id) => [textItem(id).key, historyItem(id).key, leavingItem({ id }).key]);
  return (await keysIn(area)).filter((key) => own.some((each) => key === each || key.startsWith(`${each}.`)));
}
