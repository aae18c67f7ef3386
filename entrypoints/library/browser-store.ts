import { browser } from 'wxt/browser';
import type { LibraryStore } from '../../state/library-ports.ts';
import { handleStore } from '../../storage/file-handles.ts';
import { createLibraryStore } from '../../storage/library-store.ts';
import { OTHER_ITEMS } from '../../storage/other-items.ts';
import { safeArea } from '../../storage/safe-area.ts';
import { undoItem } from '../../storage/undo-store.ts';

/** The browser's storage, as every page of the extension writes to it. */
export const safeLocal = safeArea(browser.storage.local, browser.storage.session, Date.now);

/** The library in this browser's storage and under its locks, as every page of the extension shares it. */
export function browserLibraryStore(): LibraryStore {
  return createLibraryStore({
    area: safeLocal,
    changes: browser.storage.local.onChanged,
    locks: { request: (name, act) => navigator.locks.request(name, act) },
    others: OTHER_ITEMS,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    async forget(id) {
      await handleStore(indexedDB).remove(id);
      await browser.storage.session.remove(undoItem(id).key);
    },
  });
}
