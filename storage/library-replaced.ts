import type { Replaced } from '../state/backup-ports.ts';
import type { Done } from '../state/library-ports.ts';
import { WEEK } from '../state/library-rules.ts';
import { understand, type WideArea } from './item.ts';
import type { Everything } from './library-export.ts';
import { libraryItem, type StoredLibrary } from './library-items.ts';
import { failed, type Shelf, storedLibrary } from './library-shelf.ts';
import { fromElsewhere } from './other-items.ts';
import { replacedItem, type StoredReplaced, storedReplaced } from './replaced-item.ts';

/** What is here before it is replaced, as it is stored until it is had back. */
export function beforeReplacing(
  library: StoredLibrary,
  others: Readonly<Record<string, unknown>>,
  came: readonly string[],
  at: number,
): Record<string, unknown> {
  const { currentId } = library;
  const entries = library.entries.filter((entry) => entry.deletedAt === null);
  return storedReplaced({ at, entries, currentId, came, others });
}

async function takeReplaced({ area, now }: Everything): Promise<StoredReplaced | undefined> {
  const replaced = understand(replacedItem, (await area.get(replacedItem.key))[replacedItem.key]);
  return replaced !== undefined && now() - replaced.at <= WEEK ? replaced : undefined;
}

/** What was replaced last and can be had back, in words. */
export async function whatWasReplaced(everything: Everything, shelf: Shelf): Promise<Replaced | null> {
  const replaced = await takeReplaced(everything);
  if (replaced === undefined) return null;
  const { library } = await shelf.takeLibrary(await everything.area.get([libraryItem.key]));
  const gone = new Set(library.entries.filter((entry) => entry.deletedAt !== null).map(({ id }) => id));
  const found = await everything.area.get(everything.others.map(({ key }) => key));
  return {
    at: replaced.at,
    guides: replaced.entries.filter(({ id }) => gone.has(id)).map(({ name }) => name),
    others: everything.others.flatMap(
      ({ key, goes }) => goes(replaced.others[key], found[key] ?? null) ?? [],
    ),
  };
}

/**
 * Puts back what was replaced, and keeps in turn what is here now. Guides that came with the import are deleted
 * as by hand, unless they were changed since. To be called with the lock held.
 * @param at when that was replaced which is meant
 */
export async function undoReplacing(at: number, everything: Everything, shelf: Shelf): Promise<Done> {
  const { area, now, others } = everything;
  const replaced = await takeReplaced(everything);
  if (replaced === undefined)
    return failed('What was replaced is not kept any more. Guides of the last week are under “Deleted”.');
  // Undone in another window already: undoing that would take away what was just had back.
  if (replaced.at !== at)
    return failed(
      'Nothing was changed: what was replaced was brought back in another window already, or replaced again. What can be brought back now is under “Import everything”.',
    );
  const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
  const time = now();
  const before = new Map(replaced.entries.map((entry) => [entry.id, entry]));
  const entries = library.entries.map((entry) => {
    const was = before.get(entry.id);
    if (was !== undefined) return { ...entry, name: was.name, archivedAt: was.archivedAt, deletedAt: null };
    const isAsItCame = replaced.came.includes(entry.id) && entry.changedAt <= replaced.at;
    return isAsItCame ? { ...entry, deletedAt: entry.deletedAt ?? time } : entry;
  });
  const isLive = (id: string | null) => entries.some((entry) => entry.id === id && entry.deletedAt === null);
  const currentId = [replaced.currentId, library.currentId].find((id) => id !== null && isLive(id)) ?? null;
  const keys = others.map(({ key }) => key);
  const here = await area.get(keys);
  const set: Record<string, unknown> = {};
  for (const key of keys) {
    const was = replaced.others[key];
    if (was !== null && was !== undefined) set[key] = fromElsewhere(was);
  }
  const came = entries.filter(({ id }) => isLive(id) && before.has(id)).map(({ id }) => id);
  await area.set({
    ...storedLibrary({ ...library, entries, currentId, unexportedSince: library.unexportedSince ?? time }),
    ...set,
    ...beforeReplacing(library, Object.fromEntries(keys.map((key) => [key, here[key] ?? null])), came, time),
  });
  const nothingBefore = keys.filter((key) => replaced.others[key] === null && here[key] !== undefined);
  if (nothingBefore.length > 0) await area.remove(nothingBefore);
  return { outcome: 'done' };
}

/** The keys of what can't be had back any more, for tidying up. */
export function expiredReplaced(stored: unknown, now: number): string[] {
  const replaced = understand(replacedItem, stored);
  return replaced !== undefined && now - replaced.at > WEEK ? [replacedItem.key] : [];
}

/** Takes guides that are cleared away out of what can be had back: not even their names stay. */
export async function withoutReplaced(ids: readonly string[], area: WideArea): Promise<void> {
  const replaced = understand(replacedItem, (await area.get(replacedItem.key))[replacedItem.key]);
  if (replaced === undefined) return;
  const entries = replaced.entries.filter(({ id }) => !ids.includes(id));
  if (entries.length === replaced.entries.length) return;
  await area.set(storedReplaced({ ...replaced, entries }));
}
