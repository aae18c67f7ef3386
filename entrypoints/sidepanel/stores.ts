/** What the panel keeps in the browser's storage, beside the guides. */
import { browser } from 'wxt/browser';
import { NEW_SESSION } from '../../state/ports.ts';
import { createAskedStore } from '../../storage/asked-store.ts';
import { bindItem } from '../../storage/item.ts';
import { latestWriter } from '../../storage/latest-writer.ts';
import { learntItem } from '../../storage/learnt-item.ts';
import { createSessionStore } from '../../storage/session-store.ts';
import { settingsItem } from '../../storage/settings-item.ts';
import { safeLocal } from '../library/browser-store.ts';
import { notify } from './notices.ts';

export const changes = browser.storage.local.onChanged;
/** Signs what this panel writes, so that it knows its own when it hears of it. */
export const writer = crypto.randomUUID();

const shared = { area: safeLocal, changes, writer, now: Date.now };
const couldNotStore = (what: string) => (error: unknown) =>
  notify(`The browser could not store ${what}: ${String(error)}`);

/** Storing can wait for the answer to be painted, but not for a page that is going away. */
function afterPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    addEventListener('pagehide', () => done(), { once: true });
    setTimeout(done, 100);
  });
}

export const sessions = createSessionStore({
  ...shared,
  fresh: NEW_SESSION,
  lock: (act) => afterPaint().then(() => navigator.locks.request('session', act)),
  onError: couldNotStore('what you are doing'),
});
export const askedStore = createAskedStore({
  ...shared,
  lock: (act) => navigator.locks.request('asked', act),
  onError: couldNotStore('what was asked'),
});
export const learnts = bindItem(learntItem, safeLocal, Date.now);
export const settingsStore = bindItem(settingsItem, safeLocal, Date.now);

/** Writes what was taught, the newest state only. */
export const savingLearnt = latestWriter(learnts.write, couldNotStore('what you taught'));
/** Writes the settings, the newest state only. */
export const savingSettings = latestWriter(settingsStore.write, couldNotStore('your settings'));
