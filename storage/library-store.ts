import type { Done, Failed, GuideEntry, HistoryState, LibraryStore } from '../state/library-ports.ts';
import { guideItem } from './guide-item.ts';
import { type Changes, understand } from './item.ts';
import { isLeaving } from './leaving-item.ts';
import { type Everything, exportAll, exportedAt, exportWithdrawn } from './library-export.ts';
import { takeHistory, textOfState } from './library-history.ts';
import { importAll, previewOf } from './library-import.ts';
import { historyItem, idOfTextKey, libraryItem, type StoredLibrary, textItem } from './library-items.ts';
import { undoReplacing, whatWasReplaced } from './library-replaced.ts';
import { keepText, saveText } from './library-save.ts';
import { noteSeen, textSeenBefore } from './library-seen.ts';
import { copyNameFor, failed, freeNameFor, openShelf, reasonOf, storedLibrary } from './library-shelf.ts';
import { openTidy, type TidyDeps } from './library-tidy.ts';
import type { OtherItem } from './other-items.ts';
import { byteLength } from './packed-text.ts';
import type { Budget } from './thin.ts';
import { ownWords } from './window-words.ts';

/** History of all guides together, of the 10 MB that a browser grants; most of the rest is for the texts. */
const ALL_HISTORY_BYTES = 3_500_000;
const ONE_HISTORY_BYTES = 1_000_000;
const HISTORY_STATES = 500;

/** What the history of one guide may take when there are so many. */
export function budgetFor(guides: number): Budget {
  const share = Math.floor(ALL_HISTORY_BYTES / Math.max(1, guides));
  return { bytes: Math.min(ONE_HISTORY_BYTES, share), count: HISTORY_STATES };
}

export interface LibraryStoreDeps extends TidyDeps {
  readonly changes: Changes;
  /** What else is exported and imported with the guides. */
  readonly others: readonly OtherItem[];
}

const DONE: Done = { outcome: 'done' };
const GONE = 'This guide is no longer in the library.';

/** The library of guides in a browser's storage area. Everything that changes it runs under one lock. */
export function createLibraryStore(deps: LibraryStoreDeps): LibraryStore {
  const { area, changes, now, newId } = deps;
  const shelf = openShelf(deps);
  const { clear, make, tidy } = openTidy(deps, shelf, budgetFor);

  /** Changes the list; `change` gives the reason when it can't. */
  async function changeList(change: (library: StoredLibrary) => StoredLibrary | string): Promise<Done> {
    return shelf.locked(async () => {
      const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
      const next = change(library);
      if (typeof next === 'string') return failed(next);
      await area.set(storedLibrary(next));
      return DONE;
    });
  }

  /** Changes one entry of the list. */
  function changeEntry(
    id: string,
    change: (entry: GuideEntry, library: StoredLibrary) => Partial<GuideEntry>,
  ): Promise<Done> {
    return changeList((library) => {
      if (!library.entries.some((entry) => entry.id === id)) return GONE;
      const entries = library.entries.map((entry) =>
        entry.id === id ? { ...entry, ...change(entry, library) } : entry,
      );
      return { ...library, entries };
    });
  }

  async function readText(id: string) {
    const { value, setAside } = await shelf.take(textItem(id), await area.get([textItem(id).key]));
    if (value !== undefined) return { outcome: 'found', text: value.text, revision: value.revision } as const;
    if (setAside === undefined) return failed(GONE);
    return failed(`The text of this guide could not be read. It is kept as it was, under “${setAside}”.`);
  }

  /** Runs what only reads; what it throws becomes a reason. */
  async function reading<T>(act: () => Promise<T>) {
    try {
      return await act();
    } catch (error) {
      return failed(reasonOf(error));
    }
  }

  const everything: Everything = { area, now, newId, others: deps.others, budgetFor };

  return {
    async list() {
      const read = await shelf.locked(tidy);
      if ('library' in read) return { list: listOf(read.library), notices: read.notices };
      return { list: NOTHING, notices: [read.reason] };
    },
    read: (id) => reading(() => readText(id)),
    save: (id, text, basedOn, keep = false) =>
      shelf.locked(() => saveText(id, text, basedOn, shelf, deps, budgetFor, keep)),
    keepState: (id, text) => shelf.locked(() => keepText(id, text, deps, budgetFor, shelf)),
    noteSeen: (id, text) => shelf.locked(() => noteSeen(id, text, shelf, deps)),
    async seenBefore(id) {
      const read = await reading(async () => ({ text: await textSeenBefore(id, area, now) }));
      return 'text' in read ? read.text : undefined;
    },
    async history(id) {
      const states = await reading(async (): Promise<readonly HistoryState[]> => {
        const found = await area.get([textItem(id).key, historyItem(id).key]);
        const current = understand(textItem(id), found[textItem(id).key]);
        const { states: before } = await takeHistory(id, found, area, now);
        const newest =
          current === undefined ? [] : [{ id: 'now', at: current.savedAt, size: byteLength(current.text) }];
        const listed = before.filter((state) => state.listed).toReversed();
        return [...newest, ...listed.map(({ id: stateId, at, size }) => ({ id: stateId, at, size }))];
      });
      return 'outcome' in states ? [] : states;
    },
    readState: (id, stateId) =>
      reading(async () => {
        if (stateId === 'now') return readText(id);
        const text = await textOfState(id, stateId, async (key) => (await area.get(key))[key]);
        return text === undefined
          ? failed('This state could not be read: it was thinned out meanwhile, or is damaged.')
          : { outcome: 'found', text };
      }),
    create: (name, text, original) => shelf.locked(() => make(name, text, original)),
    ...ownWords(deps),
    duplicate: (id, unsaved) =>
      shelf.locked(async () => {
        const read: { outcome: 'found'; text: string } | Failed =
          unsaved === undefined ? await readText(id) : { outcome: 'found', text: unsaved };
        if (read.outcome === 'failed') return read;
        const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
        const made = await make(copyNameFor(id, library), read.text);
        // What was learnt of the stories is true of the copy as it is now, and must not be lost with its next name.
        if (made.outcome === 'made') await noteSeen(made.entry.id, read.text, shelf, deps);
        return made;
      }),
    async rename(id, name) {
      const next = name.trim();
      if (next === '') return failed('A guide needs a name.');
      return changeEntry(id, (_, library) => ({ name: freeNameFor(id, next, library) }));
    },
    archive: (id, archived) => changeEntry(id, () => ({ archivedAt: archived ? now() : null })),
    delete: (id) =>
      changeList((library) => {
        if (!library.entries.some((entry) => entry.id === id)) return GONE;
        const entries = library.entries.map((entry) =>
          entry.id === id ? { ...entry, deletedAt: entry.deletedAt ?? now() } : entry,
        );
        if (library.currentId !== id) return { ...library, entries };
        return { ...library, entries, currentId: null, shownBefore: id };
      }),
    undelete: (id, asCurrent = false) =>
      changeList((library) => {
        if (!library.entries.some((entry) => entry.id === id)) return GONE;
        const entries = library.entries.map((each) => (each.id === id ? { ...each, deletedAt: null } : each));
        return { ...library, entries, currentId: library.currentId ?? (asCurrent ? id : null) };
      }),
    discardDeleted: () =>
      shelf.locked(async () => {
        const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
        await clear(
          library,
          library.entries.filter((entry) => entry.deletedAt !== null).map((entry) => entry.id),
        );
        return DONE;
      }),
    switchTo: (id) =>
      changeList((library) => {
        const isThere = library.entries.some((entry) => entry.id === id && entry.deletedAt === null);
        return id === null || isThere ? { ...library, currentId: id, shownBefore: null } : GONE;
      }),
    exportAll: (unsaved) => shelf.locked(() => exportAll(everything, shelf, unsaved)),
    noteExported: (at) => changeList((library) => exportedAt(library, at)),
    withdrawExport: (at, before) => changeList((library) => exportWithdrawn(library, at, before)),
    previewImport: (json) => reading(() => previewOf(json, everything, shelf)),
    applyImport: (json, mode) => shelf.locked(() => importAll(json, mode, everything, shelf)),
    async replaced() {
      const read = await reading(async () => ({ was: await whatWasReplaced(everything, shelf) }));
      return 'was' in read ? read.was : null;
    },
    undoReplace: (at) => shelf.locked(() => undoReplacing(at, everything, shelf)),
    dismissReminder: () => changeList((library) => ({ ...library, reminderDismissedAt: now() })),
    watch(onChange) {
      const listener = (all: Record<string, { newValue?: unknown }>) => {
        const texts = new Map<string, { text: string; revision: number }>();
        for (const [key, change] of Object.entries(all)) {
          const id = idOfTextKey(key);
          const value = id === undefined ? undefined : understand(textItem(id), change.newValue);
          if (id !== undefined && value !== undefined)
            texts.set(id, { text: value.text, revision: value.revision });
        }
        const library = understand(libraryItem, all[libraryItem.key]?.newValue);
        const list = library === undefined ? undefined : listOf(library);
        if (list !== undefined || texts.size > 0) onChange({ list, texts });
        // Stored the old way, or left by a window that was closed, while this one is open: taking it in changes
        // the list, which is told again.
        const isLeft = Object.entries(all).some(([key, { newValue }]) => isLeaving(key, newValue));
        if (all[guideItem.key]?.newValue === undefined && !isLeft) return;
        void shelf.locked(tidy).then((read) => {
          const notices = 'library' in read ? read.notices : [];
          if (notices.length > 0) onChange({ list: undefined, texts: new Map(), notices });
        });
      };
      changes.addListener(listener);
      return () => changes.removeListener(listener);
    },
  };
}

const NOTHING = {
  entries: [],
  currentId: null,
  revision: -1,
  exportedAt: null,
  unexportedSince: null,
  reminderDismissedAt: null,
};

/** What of the stored list is for others to know. */
function listOf({ clearing: _, adopted: __, shownBefore: ___, ...list }: StoredLibrary) {
  return list;
}
