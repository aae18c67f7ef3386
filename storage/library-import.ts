import type { ImportedGuide, ImportMode, ImportPreview } from '../state/backup-ports.ts';
import type { Done, GuideEntry } from '../state/library-ports.ts';
import { understand, type WideArea } from './item.ts';
import { type Bundle, type BundledGuide, itemsOf, readBundle } from './library-bundle.ts';
import type { Everything } from './library-export.ts';
import { libraryItem, type StoredLibrary, textItem } from './library-items.ts';
import { joinedHistory } from './library-join.ts';
import { beforeReplacing } from './library-replaced.ts';
import { failed, freeAmong, isFull, type Shelf, storedLibrary } from './library-shelf.ts';
import { byteLength } from './packed-text.ts';
import { thin } from './thin.ts';

/** The library as it is, with the texts that can be read. */
interface Situation {
  readonly library: StoredLibrary;
  readonly textOf: (id: string) => string | undefined;
}

/** What becomes of a guide of a file. */
interface Fate {
  readonly onMerge: ImportedGuide['onMerge'];
  /** The name that it has in the library. */
  readonly name: string;
  /** How many states of its history come in. */
  readonly states: number;
}

/** A library with the guides of a file in it, and what is to be stored and removed for those. */
interface Joined {
  readonly library: StoredLibrary;
  readonly remove: readonly string[];
  readonly set: Record<string, unknown>;
  /** The ids of the guides that came in. */
  readonly came: readonly string[];
  readonly fates: ReadonlyMap<BundledGuide, Fate>;
}

const isLive = ({ deletedAt }: GuideEntry) => deletedAt === null;

async function situation({ area }: Everything, shelf: Shelf): Promise<Situation> {
  const { library } = await shelf.takeLibrary(await area.get([libraryItem.key]));
  const found = await area.get(library.entries.map(({ id }) => textItem(id).key));
  return { library, textOf: (id) => understand(textItem(id), found[textItem(id).key])?.text };
}

/** What is stored, as it is once `set` is stored, too. */
function withSet(area: WideArea, set: Readonly<Record<string, unknown>>): WideArea {
  return {
    ...area,
    async get(keys) {
      const found = await area.get(keys);
      const waiting = keys === null ? Object.keys(set) : [keys].flat().filter((key) => key in set);
      return { ...found, ...Object.fromEntries(waiting.map((key) => [key, set[key]])) };
    },
  };
}

/** The guide here that a guide of a file is, letter by letter: the one of the same id or name before others. */
function sameHere(guide: BundledGuide, mode: ImportMode, { library, textOf }: Situation) {
  const same = library.entries.filter((each) => isLive(each) && textOf(each.id) === guide.text);
  const own = same.find(({ id }) => id === guide.entry.id);
  return mode === 'replace' ? own : (own ?? same.find(({ name }) => name === guide.entry.name) ?? same[0]);
}

async function joined(
  bundle: Bundle,
  mode: ImportMode,
  here: Situation,
  { area, now, newId, budgetFor }: Everything,
): Promise<Joined> {
  const { library } = here;
  const time = now();
  // Another computer's clock may be ahead, and nothing here was changed later than now.
  const inTime = (entry: GuideEntry) => ({ ...entry, changedAt: Math.min(entry.changedAt, time) });
  const budget = budgetFor(library.entries.length + bundle.guides.length);
  const set: Record<string, unknown> = {};
  const remove: string[] = [];
  const added: GuideEntry[] = [];
  const fates = new Map<BundledGuide, Fate>();
  const idHere = new Map<unknown, string>();
  const matches = new Map(bundle.guides.map((guide) => [guide, sameHere(guide, mode, here)] as const));
  const staying = new Map<string, GuideEntry>();
  for (const [guide, same] of matches)
    if (same !== undefined) staying.set(same.id, mode === 'merge' ? same : inTime(guide.entry));
  const names = new Set(
    library.entries
      .filter((entry) => isLive(entry) && (mode === 'merge' || staying.has(entry.id)))
      .map((entry) => (staying.get(entry.id) ?? entry).name),
  );
  for (const [guide, same] of matches) {
    const { entry, fileId } = guide;
    if (same !== undefined) {
      idHere.set(fileId, same.id);
      // Two guides of a file may be one here: the second finds what the first has brought.
      const stored = withSet(area, set);
      const { change, added: states } = await joinedHistory(same.id, guide, stored, now, budget);
      Object.assign(set, change.set);
      remove.push(...change.remove);
      fates.set(guide, { onMerge: 'same', name: same.name, states });
      continue;
    }
    const known = library.entries.find(({ id }) => id === entry.id);
    const isCopy = mode === 'merge' && known !== undefined && isLive(known);
    const id = known === undefined ? entry.id : newId();
    const name = freeAmong(isCopy ? `${entry.name} (imported)` : entry.name, names);
    names.add(name);
    added.push({ ...inTime(entry), id, name });
    if (!idHere.has(fileId)) idHere.set(fileId, id);
    const states = thin(guide.states, time, budget);
    Object.assign(set, itemsOf(guide, id, states));
    const listed = states.filter((state) => state.listed).length + 1;
    fates.set(guide, { onMerge: isCopy ? 'copy' : 'new', name, states: listed });
  }
  const before = library.entries.map((entry) => {
    const stays = staying.get(entry.id);
    if (stays !== undefined) return { ...stays, id: entry.id, deletedAt: null };
    return mode === 'replace' ? { ...entry, deletedAt: entry.deletedAt ?? time } : entry;
  });
  const imported = bundle.currentId === null ? null : (idHere.get(bundle.currentId) ?? null);
  return {
    set,
    remove,
    came: added.map(({ id }) => id),
    fates,
    library: {
      ...library,
      entries: [...before, ...added],
      currentId: mode === 'merge' ? (library.currentId ?? imported) : imported,
      shownBefore: null,
      unexportedSince: library.unexportedSince ?? time,
      clearing: library.clearing.filter((id) => !added.some((entry) => entry.id === id)),
    },
  };
}

/** What a file holds and what taking it would do; changes nothing. */
export async function previewOf(json: string, everything: Everything, shelf: Shelf): Promise<ImportPreview> {
  const { newId, area, others } = everything;
  const bundle = await readBundle(json, newId);
  if (bundle.outcome === 'failed') return bundle;
  const here = await situation(everything, shelf);
  const { fates } = await joined(bundle, 'merge', here, everything);
  const found = await area.get(others.map(({ key }) => key));
  const inFile = others.filter(
    ({ key, combine }) => combine(bundle.others[key], undefined, 'replace') !== undefined,
  );
  const isUnchanged = ({ id, name }: GuideEntry) =>
    bundle.guides.some(
      (guide) => guide.text === here.textOf(id) && (guide.entry.id === id || guide.entry.name === name),
    );
  return {
    outcome: 'readable',
    exportedAt: bundle.exportedAt,
    guides: bundle.guides.map((guide) => {
      const { onMerge, name, states } = fates.get(guide) ?? {
        onMerge: 'new',
        name: guide.entry.name,
        states: 0,
      };
      return {
        id: guide.entry.id,
        name: guide.entry.name,
        size: byteLength(guide.text),
        historyStates: guide.states.filter((state) => state.listed).length + 1,
        onMerge,
        nameHere: name,
        statesAdded: states,
      };
    }),
    replaced: here.library.entries
      .filter((entry) => isLive(entry) && !isUnchanged(entry))
      .map(({ name }) => name),
    others: inFile.map(({ words }) => words),
    onlyReplacing: inFile
      .filter(({ key, combine }) => combine(bundle.others[key], found[key], 'merge') === undefined)
      .map(({ words }) => words),
    othersReplaced: inFile.flatMap(({ key, goes }) => goes(found[key], bundle.others[key]) ?? []),
    remarks: bundle.remarks,
  };
}

/**
 * Takes a file in, all of it that is sound or nothing. What `replace` takes away can be had back for a week: see
 * {@link undoReplacing}. To be called with the lock held.
 */
export async function importAll(
  json: string,
  mode: ImportMode,
  everything: Everything,
  shelf: Shelf,
): Promise<Done> {
  const { area, others, now, newId } = everything;
  const bundle = await readBundle(json, newId);
  if (bundle.outcome === 'failed') return bundle;
  const situated = await situation(everything, shelf);
  const { library, set, remove, came } = await joined(bundle, mode, situated, everything);
  const here = await area.get(others.map(({ key }) => key));
  const went: Record<string, unknown> = {};
  for (const { key, combine } of others) {
    const value = combine(bundle.others[key], here[key], mode);
    if (value === undefined) continue;
    set[key] = value;
    went[key] = here[key] ?? null;
  }
  if (mode === 'replace') Object.assign(set, beforeReplacing(situated.library, went, came, now()));
  try {
    await area.set({ ...storedLibrary(library), ...set });
  } catch (error) {
    if (!isFull(error)) throw error;
    return failed(
      'There is no room for all of this in the browser’s storage, so nothing was changed. Clear deleted guides away, then try again.',
    );
  }
  // What was dropped already; nothing refers to it.
  if (remove.length > 0) await area.remove([...remove]);
  return { outcome: 'done' };
}
