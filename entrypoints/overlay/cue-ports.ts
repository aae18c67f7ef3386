import { browser } from 'wxt/browser';
import { parseGuide } from '../../guide/parse.ts';
import type { Guide } from '../../guide/types.ts';
import { type CueModel, createCueModel, guideReader } from '../../state/cue-model.ts';
import { NEW_SESSION } from '../../state/ports.ts';
import { currentText, touchesGuide } from '../../storage/current-guide.ts';
import { createSessionStore } from '../../storage/session-store.ts';
import sampleText from '../../stories-data/default-guide.md?raw';
import spareText from '../../stories-data/spare-phrases.md?raw';

/**
 * The cue from the browser's storage, for surfaces that hold no session: the background, the floating card.
 * @param isWanted whether anybody looks; while nobody does, what others store is not followed
 */
export function cueFromStorage(onError: (error: unknown) => void, isWanted: () => boolean): CueModel {
  const { local } = browser.storage;
  const sessions = createSessionStore({
    area: local,
    changes: local.onChanged,
    lock: (act) => navigator.locks.request('session', act),
    writer: crypto.randomUUID(),
    now: Date.now,
    fresh: NEW_SESSION,
    onError,
  });
  const read = async () => (await currentText(local)) ?? { key: '', text: sampleText };
  let current: ReturnType<typeof read> | undefined;
  let spare: Guide | undefined;
  const model = createCueModel({
    session: async () => (await sessions.read()).value,
    update: sessions.update,
    guide: guideReader(() => {
      // A letter typed in the panel changes the session, not the guide: the long text is not read again.
      current ??= read().catch((error) => {
        current = undefined;
        throw error;
      });
      return current;
    }, parseGuide),
    spare: () => {
      spare ??= parseGuide(spareText);
      return spare;
    },
    clock: { now: Date.now },
    onError,
  });
  sessions.watch((session) => {
    if (isWanted()) void model.sessionIs(session);
  });
  local.onChanged.addListener((changes) => {
    if (!touchesGuide(Object.keys(changes))) return;
    current = undefined;
    if (isWanted()) void model.refresh();
  });
  return model;
}
