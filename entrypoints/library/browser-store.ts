import { browser } from 'wxt/browser';
import type { LibraryStore } from '../../state/library-ports.ts';
import { createLibraryStore } from '../../storage/library-store.ts';
import { OTHER_ITEMS } from '../../storage/other-items.ts';

/** The library in this browser's storage and under its locks, as every page of the extension shares it. */
export function browserLibraryStore(): LibraryStore {
  const { local } = browser.storage;
  return createLibraryStore({
    area: local,
    changes: local.onChanged,
    locks: { request: (name, act) => navigator.locks.request(name, act) },
    others: OTHER_ITEMS,
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
}
