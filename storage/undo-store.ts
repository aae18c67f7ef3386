import type { UndoMemory } from '../state/undo-ports.ts';
import { type ItemDefinition, understand, type WideArea } from './item.ts';
import { checksum, storedBytes } from './packed-text.ts';

/** What can be undone in one guide's editor. */
interface StoredUndo {
  /** Length and checksum of the text that it belongs to. */
  readonly length: number;
  readonly sum: number;
  /** When it was kept, in epoch milliseconds. */
  readonly at: number;
  /** The editor's own; checked by the editor. */
  readonly history: object;
}

const PREFIX = 'undo.';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** What can be undone in the guide `name`. In the storage that ends with the browser. */
export function undoItem(name: string): ItemDefinition<StoredUndo> {
  return {
    key: `${PREFIX}${name}`,
    version: 1,
    migrations: [],
    validate: ({ length, sum, at, history }) =>
      isNumber(length) && isNumber(sum) && isNumber(at) && typeof history === 'object' && history !== null
        ? { length, sum, at, history }
        : undefined,
  };
}

/** One guide's; more is not kept. The browser grants 10 MB of memory for everything of this kind. */
const ONE_BYTES = 1_000_000;
const ALL_BYTES = 4_000_000;

/**
 * Reads what is kept, so that editors can ask for it at once.
 *
 * @param area the browser's storage for the time that it runs; what fails there is only not kept
 */
export async function openUndoStore(area: WideArea, now: () => number): Promise<UndoMemory> {
  const kept = new Map<string, StoredUndo>();
  const all: Record<string, unknown> = await area.get(null).catch(() => ({}));
  for (const [key, stored] of Object.entries(all)) {
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
    const value = name === '' ? undefined : understand(undoItem(name), stored);
    if (value !== undefined) kept.set(name, value);
  }

  /** The oldest go until the rest fits. */
  function overBudget(): string[] {
    const newest = [...kept].sort(([, a], [, b]) => b.at - a.at);
    let bytes = 0;
    const gone = newest.filter(([, undo]) => {
      bytes += storedBytes(undo);
      return bytes > ALL_BYTES;
    });
    return gone.map(([name]) => name);
  }

  return {
    find(name, text) {
      const undo = kept.get(name);
      const isSame = undo?.length === text.length && undo.sum === checksum(text);
      return isSame ? undo.history : undefined;
    },
    keep(name, text, history) {
      if (typeof history !== 'object' || history === null) return;
      const undo = { length: text.length, sum: checksum(text), at: now(), history };
      if (storedBytes(undo) > ONE_BYTES) kept.delete(name);
      else kept.set(name, undo);
      const gone = [...overBudget(), ...(kept.has(name) ? [] : [name])];
      for (const each of gone) kept.delete(each);
      const keys = gone.map((each) => undoItem(each).key);
      const item = undoItem(name);
      const store = async () => {
        if (keys.length > 0) await area.remove(keys);
        if (kept.has(name)) await area.set({ [item.key]: { ...undo, version: item.version } });
      };
      // Typing goes on all the same.
      void store().catch(() => undefined);
    },
    forget(name) {
      kept.delete(name);
      void area.remove([undoItem(name).key]).catch(() => undefined);
    },
  };
}
