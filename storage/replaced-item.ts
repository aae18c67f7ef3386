import type { GuideEntry } from '../state/library-ports.ts';
import type { ItemDefinition } from './item.ts';
import { validEntry } from './library-items.ts';

/** What was here before an import took its place, so that it can be had back. */
export interface StoredReplaced {
  /** When it was replaced, in epoch milliseconds. */
  readonly at: number;
  /** The guides as they were in the list. Their texts are still stored: what made way is deleted, not cleared. */
  readonly entries: readonly GuideEntry[];
  readonly currentId: string | null;
  /** The ids of the guides that came. */
  readonly came: readonly string[];
  /** What else was stored, by key, as it was stored; `null`: nothing was. */
  readonly others: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const replacedItem: ItemDefinition<StoredReplaced> = {
  key: 'replaced',
  version: 1,
  migrations: [],
  validate: ({ at, entries, currentId, came, others }) => {
    if (typeof at !== 'number' || !Number.isFinite(at) || !Array.isArray(entries) || !isObject(others))
      return undefined;
    return {
      at,
      entries: entries.map(validEntry).filter((entry) => entry !== undefined),
      currentId: typeof currentId === 'string' ? currentId : null,
      came: Array.isArray(came) ? came.filter((id) => typeof id === 'string') : [],
      others,
    };
  },
};

/** What was replaced in the shape in which {@link replacedItem} is stored, under its key. */
export function storedReplaced(replaced: StoredReplaced): Record<string, unknown> {
  return { [replacedItem.key]: { ...replaced, version: replacedItem.version } };
}
