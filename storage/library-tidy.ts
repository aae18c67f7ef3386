import type { GuideEntry, Made } from '../state/library-ports.ts';
import { WEEK } from '../state/library-rules.ts';
import { guideItem } from './guide-item.ts';
import { placeOfLeaving } from './leaving-item.ts';
import { adoptOld, keysOf } from './library-adopt.ts';
import { libraryItem, type StoredLibrary, storedText, textItem } from './library-items.ts';
import { takeLeft } from './library-left.ts';
import { storeBeginning } from './library-original.ts';
import { expiredReplaced, withoutReplaced } from './library-replaced.ts';
import type { SaveDeps } from './library-save.ts';
import { newEntry, type Shelf, storedLibrary, touched } from './library-shelf.ts';
import { replacedItem } from './replaced-item.ts';
import type { Budget } from './thin.ts';
import { type Windows, whoIsOpen } from './window-words.ts';

export interface TidyDeps extends SaveDeps {
  /** Forgets what is kept of a guide outside of `area`; when it rejects, it is asked again later. */
  readonly forget?: (id: string) => Promise<void>;
  /** Absent: no window keeps words apart while it is open. */
  readonly windows?: Windows;
}

/**
 * What keeps the library in order: making guides, clearing them away, and taking in what was left lying.
 * Everything here is to be called with the lock held.
 */
export function openTidy(deps: TidyDeps, shelf: Shelf, budgetFor: (guides: number) => Budget) {
  const { area, now, newId, forget, windows } = deps;

  /** Removes what guides out of the list have left. */
  async function clear(library: StoredLibrary, ids: readonly string[]): Promise<StoredLibrary> {
    const all = [...library.clearing, ...ids];
    const next = {
      ...library,
      entries: library.entries.filter((entry) => !ids.includes(entry.id)),
      clearing: all,
    };
    // First out of the list: a guide in the list always has its text.
    await area.set(storedLibrary(next));
    const isOpen = await whoIsOpen(windows);
    const keys = await keysOf(all, area);
    // Whoever still has words of such a guide in sight did not clear those away.
    await area.remove(keys.filter((key) => !isOpen(placeOfLeaving(key)?.window)));
    await withoutReplaced(all, area);
    const forgotten = await Promise.allSettled(all.map((id) => forget?.(id)));
    const clearing = all.filter((_, at) => forgotten[at]?.status === 'rejected');
    const done = { ...next, revision: next.revision + 1, clearing };
    await area.set(storedLibrary(done));
    return { ...done, revision: done.revision + 1 };
  }

  function isExpired({ deletedAt }: GuideEntry): boolean {
    return deletedAt !== null && now() - deletedAt > WEEK;
  }

  /** Makes a guide. `original` is the first state of its history. */
  async function make(name: string, text: string, original = text): Promise<Made> {
    const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
    const time = now();
    const entry = newEntry(newId(), name.trim() === '' ? 'My guide' : name.trim(), time);
    const next = { ...library, entries: [...library.entries, entry] };
    const main = {
      ...storedLibrary(touched(next, entry.id, time)),
      [textItem(entry.id).key]: storedText({ text, revision: 1, savedAt: time }),
    };
    if (original === text) {
      await area.set(main);
      return { outcome: 'made', entry };
    }
    const isKept = await storeBeginning(entry.id, original, main, deps, budgetFor(next.entries.length));
    return { outcome: 'made', entry, ...(isKept ? {} : { withoutOriginal: true as const }) };
  }

  /**
   * Reads the list, brings in what older versions left and what windows had not saved when they went, and clears
   * what is long deleted.
   */
  async function tidy(): Promise<{ library: StoredLibrary; notices: readonly string[] }> {
    const found = await area.get([libraryItem.key, guideItem.key, replacedItem.key]);
    const { library: read, notices, isRebuilt } = await shelf.takeLibrary(found);
    if (isRebuilt) await area.set(storedLibrary(read));
    const adopted = await adoptOld(read, found, shelf, deps, budgetFor(read.entries.length + 1));
    const left = await takeLeft(adopted.library, shelf, { ...deps, budgetFor, make });
    let library = left.isChanged
      ? (await shelf.takeLibrary(await area.get([libraryItem.key]))).library
      : adopted.library;
    const expired = library.entries.filter((entry) => isExpired(entry)).map((entry) => entry.id);
    if (expired.length + library.clearing.length > 0) library = await clear(library, expired);
    const late = expiredReplaced(found[replacedItem.key], now());
    if (late.length > 0) await area.remove(late);
    return { library, notices: [...notices, ...adopted.notices, ...left.notices] };
  }

  return { clear, make, tidy };
}
