import type { Failed, GuideEntry, Locks } from '../state/library-ports.ts';
import { type ItemDefinition, takeItem, type WideArea } from './item.ts';
import {
  idOfTextKey,
  libraryItem,
  NO_GUIDES,
  type StoredLibrary,
  type StoredText,
  textItem,
} from './library-items.ts';

/** The one lock: whoever changes anything of the library holds it. scripts/use-guide.ts names it, too. */
const LOCK = 'hookline-library';

export interface ShelfDeps {
  readonly area: WideArea;
  readonly locks: Locks;
  readonly now: () => number;
  readonly newId: () => string;
}

/** A library as read, and what the user is to be told of it. */
export interface LibraryFound {
  readonly library: StoredLibrary;
  readonly notices: readonly string[];
  /** It was put together anew and is not stored yet. */
  readonly isRebuilt: boolean;
}

/** It could not be done, for a reason in plain words. */
export const failed = (reason: string): Failed => ({ outcome: 'failed', reason });

/** Why the browser could not store or read something. */
export function isFull(error: unknown): boolean {
  return /quota|no space|disk full/i.test(String(error));
}

/** What the user is told when storage itself fails. */
export function reasonOf(error: unknown): string {
  if (isFull(error))
    return 'There is no room left in the browser’s storage. Clear deleted guides away for good, or shorten a guide.';
  return `The browser’s storage did not do it: ${error instanceof Error ? error.message : String(error)}`;
}

/** A name for a guide that has none: its first heading, else `My guide`. */
export function nameFrom(text: string): string {
  const heading = /^#{1,2}[ \t]+(.*\S)/m.exec(text.slice(0, 10_000))?.[1] ?? '';
  const name = heading.replace(/[*_`[\]#]/g, '').trim();
  return name === '' ? 'My guide' : name.slice(0, 60);
}

/** The first of the names that `named` makes (counted from 1) which no guide in use but `self` has. */
function firstFree(library: StoredLibrary, self: string, named: (count: number) => string): string {
  const others = library.entries.filter((entry) => entry.id !== self && entry.deletedAt === null);
  const taken = new Set(others.map((entry) => entry.name));
  let count = 1;
  while (taken.has(named(count))) count++;
  return named(count);
}

/** `wanted`, or with the first free number behind it: `Bolt 2`. */
export function freeAmong(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted} ${count}`;
  return name;
}

/** A free name for a guide that is renamed: `Bolt`, `Bolt 2`. */
export function freeNameFor(id: string, wanted: string, library: StoredLibrary): string {
  return firstFree(library, id, (count) => (count === 1 ? wanted : `${wanted} ${count}`));
}

/** A free name for a guide's copy: `Bolt (copy)`, `Bolt (copy 2)`, also when the guide is a copy itself. */
export function copyNameFor(id: string, library: StoredLibrary): string {
  const name = library.entries.find((entry) => entry.id === id)?.name ?? 'Guide';
  const plain = name.replace(/ \(copy(?: \d+)?\)$/, '');
  return firstFree(library, '', (count) => `${plain} (copy${count === 1 ? '' : ` ${count}`})`);
}

/** A new entry for the list. */
export function newEntry(id: string, name: string, now: number): GuideEntry {
  return { id, name, createdAt: now, changedAt: now, archivedAt: null, deletedAt: null };
}

/** Reads single things of the library, and runs acts on it one at a time over all windows. */
export function openShelf({ area, locks, now }: ShelfDeps) {
  const take = <T>(definition: ItemDefinition<T>, found: Record<string, unknown>) =>
    takeItem(definition, found, area, now);

  /** A list made of the texts that are there, when the list itself is lost. */
  async function rebuild(setAside: string | undefined): Promise<LibraryFound> {
    const all = await area.get(null);
    const texts: (StoredText & { id: string })[] = [];
    for (const key of Object.keys(all)) {
      const id = idOfTextKey(key);
      if (id === undefined) continue;
      const { value } = await take(textItem(id), all);
      if (value !== undefined) texts.push({ ...value, id });
    }
    texts.sort((a, b) => a.savedAt - b.savedAt || (a.id < b.id ? -1 : 1));
    const entries = texts.map(({ id, text, savedAt }) => newEntry(id, nameFrom(text), savedAt));
    const notices = [];
    if (setAside !== undefined)
      notices.push(`The list of your guides could not be read. It is kept as it was, under “${setAside}”.`);
    if (entries.length > 0) notices.push(`Guides found again by their texts: ${entries.length}.`);
    // The time as revision: later than any that a window may still hold of the lost list.
    const revision = entries.length > 0 || setAside !== undefined ? now() : 0;
    const library = { ...NO_GUIDES, entries, currentId: entries.at(-1)?.id ?? null, revision };
    return { library, notices, isRebuilt: revision > 0 };
  }

  return {
    take,
    /** Takes the list out of `found`; a lost list is put together from the texts. */
    async takeLibrary(found: Record<string, unknown>): Promise<LibraryFound> {
      const { value, setAside } = await take(libraryItem, found);
      if (value !== undefined) return { library: value, notices: [], isRebuilt: false };
      return rebuild(setAside);
    },
    /** Runs `act` while no other window changes anything; what it throws becomes a reason. */
    async locked<T>(act: () => Promise<T>): Promise<T | Failed> {
      try {
        return await locks.request(LOCK, act);
      } catch (error) {
        return failed(reasonOf(error));
      }
    },
  };
}

export type Shelf = ReturnType<typeof openShelf>;

/** A changed list as it is stored. */
export function storedLibrary(library: StoredLibrary): Record<string, unknown> {
  return {
    [libraryItem.key]: { ...library, revision: library.revision + 1, version: libraryItem.version },
  };
}

/** The list after a guide's text changed at `now`. */
export function touched(library: StoredLibrary, id: string, now: number): StoredLibrary {
  return {
    ...library,
    entries: library.entries.map((entry) => (entry.id === id ? { ...entry, changedAt: now } : entry)),
    unexportedSince: library.unexportedSince ?? now,
  };
}
