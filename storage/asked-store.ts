import type { AskedEntry } from '../state/asked.ts';
import { askedItem, type StoredAsked } from './asked-item.ts';
import { type Area, bindItem, type Changes, type ReadResult } from './item.ts';

/** More are not kept: the oldest go. Enough for some hundred interviews. */
const MOST_ENTRIES = 2000;

export interface AskedStoreDeps {
  readonly area: Area;
  readonly changes: Changes;
  /** One holder at a time in all windows. */
  readonly lock: (act: () => Promise<void>) => Promise<void>;
  readonly writer: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of each failed write. */
  readonly onError: (error: unknown) => void;
}

/** The list of what was asked, as the panels of several windows share it. */
export interface AskedStore {
  read(): Promise<ReadResult<StoredAsked>>;
  /** Stores entries, new or changed; those that other windows stored stay. */
  put(entries: readonly AskedEntry[]): void;
  /** Deletes the entries with these ids. */
  remove(ids: readonly string[]): void;
  settled(): Promise<void>;
  watch(onEntries: (entries: readonly AskedEntry[]) => void): () => void;
}

/** Newest first. */
function merged(stored: readonly AskedEntry[], entries: readonly AskedEntry[]): AskedEntry[] {
  const changed = new Map(entries.map((entry) => [entry.id, entry]));
  const others = stored.filter(({ id }) => !changed.has(id));
  return [...changed.values(), ...others].sort((a, b) => b.at - a.at);
}

export function createAskedStore(deps: AskedStoreDeps): AskedStore {
  const item = bindItem(askedItem, deps.area, deps.now);
  let last: Promise<void> = Promise.resolve();

  function change(make: (stored: readonly AskedEntry[]) => readonly AskedEntry[]): void {
    last = last.then(() =>
      deps
        .lock(async () => {
          const { value } = await item.read();
          const entries = make(value?.entries ?? []).slice(0, MOST_ENTRIES);
          await item.write({ entries, writer: deps.writer });
        })
        .catch(deps.onError),
    );
  }

  return {
    read: item.read,
    put: (entries) => change((stored) => merged(stored, entries)),
    remove: (ids) => change((stored) => stored.filter(({ id }) => !ids.includes(id))),
    settled: () => last,
    watch: (onEntries) =>
      item.watch(deps.changes, ({ entries, writer }) => {
        if (writer !== deps.writer) onEntries(entries);
      }),
  };
}
