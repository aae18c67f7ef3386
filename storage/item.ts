/**
 * One stored item: a key, a version, migrations, and validation after every read. Browser storage is
 * somebody else's disk: what comes back may be from an older version, a newer one, or damaged.
 * A value that can't be read is set aside under another key, never deleted and never overwritten.
 *
 * WXT's own `storage.defineItem` isn't used: it logs a failed migration and hands out the old shape.
 */

/** The part of a browser storage area that items need; `browser.storage.local` fits. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** The part that collections of items need besides; `browser.storage.local` fits it, too. */
export interface WideArea extends Area {
  /** `null`: everything. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** Stores all of `items` or none, also when the browser is killed meanwhile. */
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Every key, without what is stored there. Older browsers have no such call; ask {@link keysIn}. */
  getKeys?(): Promise<string[]>;
}

/** Every key of a storage area, where the browser can tell it without reading all that is stored. */
export async function keysIn(area: WideArea): Promise<string[]> {
  return area.getKeys === undefined ? Object.keys(await area.get(null)) : area.getKeys();
}

/** Tells of changes made anywhere, by key. `browser.storage.local.onChanged` fits. */
export interface Changes {
  addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
  removeListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
}

/** A stored object; `version` counts from 1. */
export type Stored<T> = T & { readonly version: number };

export interface ItemDefinition<T> {
  readonly key: string;
  readonly version: number;
  /** `migrations[n]` makes version n+1 into n+2. Append only. */
  readonly migrations: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[];
  /** The value if `stored` has the right shape, with defaults for what may be missing; else `undefined`. */
  readonly validate: (stored: Record<string, unknown>) => T | undefined;
}

/** What a read found. `setAside` is the key that holds an unreadable value, for the user to be told. */
export interface ReadResult<T> {
  readonly value: T | undefined;
  readonly setAside: string | undefined;
}

export interface Item<T> {
  /** Never throws on what is stored; rejects only when the browser's storage itself fails. */
  read(): Promise<ReadResult<T>>;
  /** Rejects when the browser could not store it (a full disk, say). */
  write(value: T): Promise<void>;
  /** Calls back with each valid value that anyone stores. Returns a function that ends it. */
  watch(changes: Changes, onValue: (value: T) => void): () => void;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Brings a stored value to the current version and checks it; `undefined` if that can't be done. */
export function understand<T>(definition: ItemDefinition<T>, stored: unknown): T | undefined {
  if (!isRecord(stored)) return undefined;
  const { version } = stored;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return undefined;
  if (version > definition.version) return undefined;
  let current = stored;
  try {
    for (const migrate of definition.migrations.slice(version - 1)) current = migrate(current);
    return definition.validate(current);
  } catch {
    return undefined;
  }
}

/**
 * Copies an unreadable value under a key of its own, once: reading it again makes no second copy.
 * @returns the key that holds the copy
 */
export async function keepAside(
  key: string,
  stored: unknown,
  area: Area,
  now: () => number,
): Promise<string> {
  const first = `${key}.unreadable`;
  const there = (await area.get(first))[first];
  if (there !== undefined && JSON.stringify(there) === JSON.stringify(stored)) return first;
  const name = there === undefined ? first : `${first}.${now()}`;
  await area.set({ [name]: stored });
  return name;
}

/** Takes one item out of what was read of several keys; what can't be read is set aside. */
export async function takeItem<T>(
  definition: ItemDefinition<T>,
  found: Record<string, unknown>,
  area: Area,
  now: () => number,
): Promise<ReadResult<T>> {
  const stored = found[definition.key];
  if (stored === undefined) return { value: undefined, setAside: undefined };
  const value = understand(definition, stored);
  if (value !== undefined) return { value, setAside: undefined };
  return { value: undefined, setAside: await keepAside(definition.key, stored, area, now) };
}

/**
 * Binds a definition to a storage area.
 * @param now epoch milliseconds, for the name of the key an unreadable value is set aside under
 */
export function bindItem<T extends object>(
  definition: ItemDefinition<T>,
  area: Area,
  now: () => number,
): Item<T> {
  return {
    read: async () => takeItem(definition, await area.get(definition.key), area, now),
    async write(value) {
      await area.set({ [definition.key]: { ...value, version: definition.version } });
    },
    watch(changes, onValue) {
      const listener = (all: Record<string, { newValue?: unknown }>) => {
        const change = all[definition.key];
        const value = change === undefined ? undefined : understand(definition, change.newValue);
        if (value !== undefined) onValue(value);
      };
      changes.addListener(listener);
      return () => changes.removeListener(listener);
    },
  };
}
