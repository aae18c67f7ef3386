import type { SaveResult } from '../state/library-ports.ts';
import { addState, halve, takeHistory } from './library-history.ts';
import { historyItem, libraryItem, storedText, textItem } from './library-items.ts';
import { failed, isFull, type Shelf, type ShelfDeps, storedLibrary, touched } from './library-shelf.ts';
import type { Budget } from './thin.ts';

/**
 * Stores a text if its guide is still at `basedOn`. Text, list and history go to disk in one batch, so that
 * a browser killed at any instant leaves all of it or nothing. To be called with the lock held.
 */
export async function saveText(
  id: string,
  text: string,
  basedOn: number,
  shelf: Shelf,
  { area, now }: ShelfDeps,
  budgetFor: (guides: number) => Budget,
): Promise<SaveResult> {
  const textKey = textItem(id).key;
  const found = await area.get([libraryItem.key, textKey, historyItem(id).key]);
  const { library } = await shelf.takeLibrary(found);
  if (!library.entries.some((entry) => entry.id === id))
    return failed('This guide is no longer in the library. Its text is still here: export it, or copy it.');
  const { value: current } = await shelf.take(textItem(id), found);
  // Stored already: after an answer that got lost, say.
  if (current?.text === text) return { outcome: 'saved', revision: current.revision };
  if (current !== undefined && current.revision !== basedOn)
    return { outcome: 'conflict', theirs: { text: current.text, revision: current.revision } };

  const time = now();
  const revision = Math.max(current?.revision ?? 0, basedOn) + 1;
  const main = {
    [textKey]: storedText({ text, revision, savedAt: time }),
    ...storedLibrary(touched(library, id, time)),
  };
  const history = await takeHistory(id, found, area, now);
  try {
    const change =
      current === undefined
        ? { remove: [], set: {} }
        : await addState(id, history, current, area, time, budgetFor(library.entries.length));
    if (change.remove.length > 0) await area.remove([...change.remove]);
    await area.set({ ...change.set, ...main });
  } catch (error) {
    if (!isFull(error)) throw error;
    // The text matters more than its older states.
    const smaller = halve(id, history, time);
    if (smaller.remove.length === 0) throw error;
    await area.set(smaller.set);
    await area.remove([...smaller.remove]);
    await area.set(main);
  }
  return { outcome: 'saved', revision };
}
