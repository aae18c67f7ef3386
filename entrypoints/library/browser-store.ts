import { browser } from 'wxt/browser';
import type { DraftStore } from '../../state/draft-ports.ts';
import type { LibraryStore } from '../../state/library-ports.ts';
import { createDraftStore } from '../../storage/draft-store.ts';
import { handleStore } from '../../storage/file-handles.ts';
import { createLibraryStore } from '../../storage/library-store.ts';
import { OTHER_ITEMS } from '../../storage/other-items.ts';
import { safeArea } from '../../storage/safe-area.ts';
import { undoItem } from '../../storage/undo-store.ts';
import { openWindows } from './open-windows.ts';

/** The browser's storage, as every page of the extension writes to it. */
export const safeLocal = safeArea(browser.storage.local, browser.storage.session, Date.now);

/** The library in this browser's storage and under its locks, as every page of the extension shares it. */
export function browserLibraryStore(): LibraryStore {
  return createLibraryStore({
    area: safeLocal,
    changes: browser.storage.local.onChanged,
    locks: { request: (name, act) => navigator.locks.request(name, act) },
    windows: openWindows,
    others: OTHER_ITEMS,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    async forget(id) {
      await handleStore(indexedDB).remove(id);
      await browser.storage.session.remove(undoItem(id).key);
    },
  });
}

/** How long a window that is going may take to let go of what it holds, in milliseconds. */
const LETTING_GO = 1000;

/** A window that is loaded anew has taken its draft up again by then, in milliseconds. */
export const PATIENCE = 2000;

/** What ends the holding of each name; for those that are left the browser does it, with the page. */
const ends = new Map<string, () => void>();

function letGo(name: string): void {
  ends.get(name)?.();
  ends.delete(name);
}

/** Holds a name until it is let go or this page is gone; `waits`: also when a window that is going has it still. */
function hold(name: string, waits: boolean): Promise<boolean> {
  const options = waits ? { signal: AbortSignal.timeout(LETTING_GO) } : { ifAvailable: true };
  return new Promise((answer) => {
    navigator.locks
      .request(name, options, (lock) => {
        answer(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((end) => ends.set(name, end));
      })
      .catch(() => answer(false));
  });
}

/** What is no guide yet, in this browser's storage. */
export function browserDraftStore(): DraftStore {
  return createDraftStore({
    area: safeLocal,
    hold,
    letGo,
    held: async () => new Set((await navigator.locks.query()).held?.flatMap(({ name }) => name ?? [])),
    patience: PATIENCE,
    newId: () => crypto.randomUUID(),
    now: Date.now,
  });
}
