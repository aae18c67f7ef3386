import type {
  Done,
  Failed,
  GuideEntry,
  ImportedGuide,
  ImportMode,
  ImportPreview,
} from '../state/library-ports.ts';
import { understand, type WideArea } from './item.ts';
import { BUNDLE_VERSION, type Bundle, type BundledGuide, itemsOf, readBundle } from './library-bundle.ts';
import { historyItem, libraryItem, type StoredLibrary, stateItem, textItem } from './library-items.ts';
import { failed, isFull, type Shelf, storedLibrary } from './library-shelf.ts';
import type { OtherItem } from './other-items.ts';
import { byteLength } from './packed-text.ts';
import { type Budget, thin } from './thin.ts';

export interface Everything {
  readonly area: WideArea;
  readonly now: () => number;
  readonly newId: () => string;
  readonly others: readonly OtherItem[];
  readonly budgetFor: (guides: number) => Budget;
}

/** Everything as one JSON text. Notes in the list when that was. To be called with the lock held. */
export async function exportAll(
  { area, now, others }: Everything,
  shelf: Shelf,
): Promise<{ readonly outcome: 'exported'; readonly json: string } | Failed> {
  const all = await area.get(null);
  const { library } = await shelf.takeLibrary(all);
  const guides = [];
  for (const entry of library.entries.filter(({ deletedAt }) => deletedAt === null)) {
    const text = understand(textItem(entry.id), all[textItem(entry.id).key]);
    // A text that can't be read stays where it was set aside; the rest must still get out.
    if (text === undefined) continue;
    const history = understand(historyItem(entry.id), all[historyItem(entry.id).key]);
    const states = history?.states ?? [];
    const bodies = Object.fromEntries(states.map(({ id }) => [id, all[stateItem(entry.id, id).key]]));
    guides.push({ entry, text: text.text, savedAt: text.savedAt, history: { states, bodies } });
  }
  const exportedAt = now();
  const json = JSON.stringify({
    hookline: 'everything',
    version: BUNDLE_VERSION,
    exportedAt,
    currentId: library.currentId,
    guides,
    others: Object.fromEntries(others.map(({ key }) => [key, all[key]])),
  });
  await area.set(storedLibrary({ ...library, exportedAt, unexportedSince: null, reminderDismissedAt: null }));
  return { outcome: 'exported', json };
}

/** What merging does with each guide of a file, and under which id it would come in. */
function onMerge(
  bundle: Bundle,
  library: StoredLibrary,
  textOf: (id: string) => string | undefined,
): ReadonlyMap<BundledGuide, ImportedGuide['onMerge']> {
  const live = library.entries.filter(({ deletedAt }) => deletedAt === null);
  const texts = new Set(live.map(({ id }) => textOf(id)));
  const taken = new Set(library.entries.map(({ id }) => id));
  return new Map(
    bundle.guides.map((guide) => {
      if (texts.has(guide.text)) return [guide, 'same'];
      return [
        guide,
        live.some(({ id }) => id === guide.entry.id) && taken.has(guide.entry.id) ? 'copy' : 'new',
      ];
    }),
  );
}

/** Whether the file has this guide as it is here, so that replacing leaves it in place. */
function isUnchangedIn(bundle: Bundle, { id, name }: GuideEntry, text: string | undefined): boolean {
  return bundle.guides.some(
    (guide) => guide.text === text && (guide.entry.id === id || guide.entry.name === name),
  );
}

async function situation({ area }: Everything, shelf: Shelf) {
  const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
  const found = await area.get(library.entries.map(({ id }) => textItem(id).key));
  return { library, textOf: (id: string) => understand(textItem(id), found[textItem(id).key])?.text };
}

/** What a file holds and what taking it would do; changes nothing. */
export async function previewOf(json: string, everything: Everything, shelf: Shelf): Promise<ImportPreview> {
  const bundle = await readBundle(json);
  if (bundle.outcome === 'failed') return bundle;
  const { library, textOf } = await situation(everything, shelf);
  const merging = onMerge(bundle, library, textOf);
  const left = bundle.unreadableStates;
  return {
    outcome: 'readable',
    exportedAt: bundle.exportedAt,
    guides: bundle.guides.map((guide) => ({
      id: guide.entry.id,
      name: guide.entry.name,
      size: byteLength(guide.text),
      historyStates: guide.states.filter((state) => state.listed).length + 1,
      onMerge: merging.get(guide) ?? 'new',
    })),
    replaced: library.entries
      .filter((entry) => entry.deletedAt === null && !isUnchangedIn(bundle, entry, textOf(entry.id)))
      .map(({ name }) => name),
    others: [
      ...everything.others
        .filter(({ key, combine }) => combine(bundle.others[key], undefined, 'replace') !== undefined)
        .map(({ words }) => words),
      ...(left > 0 ? [`older states that can’t be read and are left out: ${left}`] : []),
    ],
  };
}

/** A library with the guides of a file in it, and what is to be stored for those. */
function joined(
  bundle: Bundle,
  mode: ImportMode,
  { library, textOf }: Awaited<ReturnType<typeof situation>>,
  { now, newId, budgetFor }: Everything,
): { library: StoredLibrary; set: Record<string, unknown> } {
  const time = now();
  const merging = onMerge(bundle, library, textOf);
  const budget = budgetFor(library.entries.length + bundle.guides.length);
  const set: Record<string, unknown> = {};
  const added: GuideEntry[] = [];
  const staying = new Map<string, GuideEntry>();
  const idHere = new Map<string, string>();
  for (const guide of bundle.guides) {
    const { entry } = guide;
    const isHere = (each: GuideEntry) => each.deletedAt === null && textOf(each.id) === guide.text;
    const same = library.entries.find((each) =>
      mode === 'merge' ? isHere(each) : isHere(each) && each.id === entry.id,
    );
    if (same !== undefined) {
      staying.set(same.id, mode === 'merge' ? same : { ...entry, deletedAt: null });
      idHere.set(entry.id, same.id);
      continue;
    }
    const isTaken = library.entries.some(({ id }) => id === entry.id);
    const id = isTaken ? newId() : entry.id;
    const name = mode === 'merge' && merging.get(guide) === 'copy' ? `${entry.name} (imported)` : entry.name;
    added.push({ ...entry, id, name, deletedAt: null });
    idHere.set(entry.id, id);
    Object.assign(set, itemsOf(guide, id, thin(guide.states, time, budget)));
  }
  const before = library.entries.map((entry) => {
    const stays = staying.get(entry.id);
    if (stays !== undefined) return stays;
    return mode === 'replace' ? { ...entry, deletedAt: entry.deletedAt ?? time } : entry;
  });
  const imported = idHere.get(bundle.currentId ?? '') ?? null;
  return {
    set,
    library: {
      ...library,
      entries: [...before, ...added],
      currentId: mode === 'merge' ? (library.currentId ?? imported) : imported,
      unexportedSince: library.unexportedSince ?? time,
      clearing: library.clearing.filter((id) => !added.some((entry) => entry.id === id)),
    },
  };
}

/**
 * Takes a file in, all of it or nothing. What `replace` takes away is deleted as by hand: it can be had back
 * for a week. To be called with the lock held.
 */
export async function importAll(
  json: string,
  mode: ImportMode,
  everything: Everything,
  shelf: Shelf,
): Promise<Done> {
  const bundle = await readBundle(json);
  if (bundle.outcome === 'failed') return bundle;
  const { area, others } = everything;
  const { library, set } = joined(bundle, mode, await situation(everything, shelf), everything);
  const here = await area.get(others.map(({ key }) => key));
  for (const { key, combine } of others) {
    const value = combine(bundle.others[key], here[key], mode);
    if (value !== undefined) set[key] = value;
  }
  try {
    await area.set({ ...storedLibrary(library), ...set });
  } catch (error) {
    if (!isFull(error)) throw error;
    return failed(
      'There is no room for all of this in the browser’s storage, so nothing was changed. Clear deleted guides away, then try again.',
    );
  }
  return { outcome: 'done' };
}
