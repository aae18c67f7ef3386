import type { Exported } from '../state/backup-ports.ts';
import type { GuideEntry } from '../state/library-ports.ts';
import { understand, type WideArea } from './item.ts';
import { BUNDLE_VERSION } from './library-bundle.ts';
import { addState, textOfState } from './library-history.ts';
import { historyItem, NO_HISTORY, type StoredLibrary, stateItem, textItem } from './library-items.ts';
import type { Shelf } from './library-shelf.ts';
import type { OtherItem } from './other-items.ts';
import type { Budget } from './thin.ts';

export interface Everything {
  readonly area: WideArea;
  readonly now: () => number;
  readonly newId: () => string;
  readonly others: readonly OtherItem[];
  readonly budgetFor: (guides: number) => Budget;
}

const NO_LIMIT: Budget = { bytes: Number.POSITIVE_INFINITY, count: Number.POSITIVE_INFINITY };

/** One guide as it goes into an export, and in words what of it can't. */
async function guideOf(
  entry: GuideEntry,
  unsaved: string | undefined,
  all: Record<string, unknown>,
  area: WideArea,
): Promise<{ readonly guide?: object; readonly missing: readonly string[] }> {
  const { id, name } = entry;
  const stored = understand(textItem(id), all[textItem(id).key]);
  const indexKey = historyItem(id).key;
  const read = understand(historyItem(id), all[indexKey]);
  const missing =
    read === undefined && all[indexKey] !== undefined
      ? [`the history of “${name}”, which can’t be read`]
      : [];
  let history = read ?? NO_HISTORY;
  let set: Record<string, unknown> = all;
  let text = unsaved ?? stored?.text;
  if (text === undefined) {
    const newest = history.states.findLast((state) => state.listed);
    text = newest && (await textOfState(id, newest.id, (key) => all[key]));
    const instead = text === undefined ? '' : ' (the newest state of its history is there instead)';
    missing.push(`the text of “${name}”, which can’t be read${instead}`);
  } else if (stored !== undefined && stored.text !== text) {
    // Both get out: what stands in the editor, and what is on disk as the state before.
    const change = await addState(id, history, stored, area, stored.savedAt, NO_LIMIT);
    set = { ...all, ...change.set };
    history = understand(historyItem(id), set[indexKey]) ?? history;
  }
  if (text === undefined) return { missing };
  const bodies = Object.fromEntries(
    history.states.map((state) => [state.id, set[stateItem(id, state.id).key]]),
  );
  const { states } = history;
  const guide = {
    entry: { ...entry, deletedAt: null },
    text,
    savedAt: stored?.savedAt ?? entry.changedAt,
    history: { states, bodies },
  };
  return { guide, missing };
}

/**
 * Everything as one JSON text. Changes nothing. To be called with the lock held.
 * @param unsaved texts that stand in editors and are not on disk, by guide
 */
export async function exportAll(
  { area, now, others }: Everything,
  shelf: Shelf,
  unsaved: ReadonlyMap<string, string>,
): Promise<Exported> {
  const all = await area.get(null);
  const { library } = await shelf.takeLibrary(all);
  const wanted = library.entries.filter(({ id, deletedAt }) => deletedAt === null || unsaved.has(id));
  const found = await Promise.all(wanted.map((entry) => guideOf(entry, unsaved.get(entry.id), all, area)));
  const at = now();
  const json = JSON.stringify({
    hookline: 'everything',
    version: BUNDLE_VERSION,
    exportedAt: at,
    currentId: library.currentId,
    guides: found.flatMap(({ guide }) => (guide === undefined ? [] : [guide])),
    others: Object.fromEntries(others.map(({ key }) => [key, all[key]])),
  });
  return { outcome: 'exported', json, at, missing: found.flatMap(({ missing }) => missing) };
}

/** The list once an export made at `at` is safe elsewhere: what changed after that is not in it. */
export function exportedAt(library: StoredLibrary, at: number): StoredLibrary {
  const { unexportedSince } = library;
  const later = library.entries.map(({ changedAt }) => changedAt).filter((changedAt) => changedAt > at);
  const since = unexportedSince !== null && unexportedSince > at ? [unexportedSince] : later;
  return {
    ...library,
    exportedAt: at,
    unexportedSince: since.length === 0 ? null : Math.min(...since),
    reminderDismissedAt: null,
  };
}

/** The list when the export made at `at` is nowhere: as `before`, but for what was noted since. */
export function exportWithdrawn(
  library: StoredLibrary,
  at: number,
  before: Pick<StoredLibrary, 'exportedAt' | 'unexportedSince'>,
): StoredLibrary {
  // A later export is in its place, of another window perhaps, and has everything.
  if (library.exportedAt !== at) return library;
  const marks = [before.unexportedSince, library.unexportedSince].filter((mark) => mark !== null);
  return {
    ...library,
    exportedAt: before.exportedAt,
    unexportedSince: marks.length === 0 ? null : Math.min(...marks),
  };
}
