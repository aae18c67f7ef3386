import { browser } from 'wxt/browser';
import type { DraftStore } from '../../state/draft-ports.ts';
import type { LibraryStore } from '../../state/library-ports.ts';
import { createDraftStore } from '../../storage/draft-store.ts';
import { handleStore } from '../../storage/file-handles.ts';
import { createLibraryStore } from '../../storage/library-store.ts';
import { OTHER_ITEMS } from '../../storage/other-items.ts';
import { safeArea } from '../../storage/safe-area.ts';
import { undoItem } from '../../storage/undo-store.ts';
import { hold, letGo, openWindows } from './open-windows.ts';

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

/** What is no guide yet, in this browser's storage. */
export function browserDraftStore(): DraftStore {
  return createDraftStore({
    area: safeLocal,
    // A window that is going may have it still.
    hold: (name, waits) =>
      hold(name, waits ? { signal: AbortSignal.timeout(LETTING_GO) } : { ifAvailable: true }),
    letGo,
    held: openWindows.held,
    patience: PATIENCE,
    newId: () => crypto.randomUUID(),
    now: Date.now,
  });
}
