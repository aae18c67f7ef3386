import { type Area, bindItem, type Changes, type ItemDefinition, type ReadResult } from './item.ts';

export interface SharedItemDeps {
  readonly area: Area;
  readonly changes: Changes;
  /** One holder at a time in all windows and the background. */
  readonly lock: (act: () => Promise<void>) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** One item that several windows and the background change, each on top of what the others stored. */
export interface SharedItem<T> {
  read(): Promise<ReadResult<T>>;
  /** Stores what `make` makes of the present value; the very same value is not stored again. */
  update(make: (present: T) => T): Promise<void>;
  /** Calls back with what anyone stores, this window included. Returns a function that ends it. */
  watch(onValue: (value: T) => void): () => void;
}

/** @param first the value while nothing is stored */
export function sharedItem<T extends object>(
  definition: ItemDefinition<T>,
  first: T,
  { area, changes, lock, now }: SharedItemDeps,
): SharedItem<T> {
  const item = bindItem(definition, area, now);
  return {
    read: item.read,
    update: (make) =>
      lock(async () => {
        const present = (await item.read()).value ?? first;
        const next = make(present);
        if (next !== present) await item.write(next);
      }),
    watch: (onValue) => item.watch(changes, onValue),
  };
}
