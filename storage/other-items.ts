import { askedItem } from './asked-item.ts';
import { type ItemDefinition, understand } from './item.ts';
import { learntItem } from './learnt-item.ts';
import { looksItem } from './looks-item.ts';
import { sessionItem } from './session-item.ts';
import { settingsItem } from './settings-item.ts';

const IMPORTER = 'import';

/** Something that is stored beside the guides and goes into an export of everything. */
export interface OtherItem {
  readonly key: string;
  /** In words, for the preview of an import: "what was learnt". */
  readonly words: string;
  /**
   * The value to store when `there` is imported where `here` is stored.
   * @returns `undefined` when `there` can't be read, or what is here stays
   */
  combine(there: unknown, here: unknown, mode: 'merge' | 'replace'): Record<string, unknown> | undefined;
}

/**
 * Describes an item for export and import.
 * @param merge what is kept of both when merging; `undefined`: what is here stays
 */
export function otherItem<T extends object>(
  definition: ItemDefinition<T>,
  words: string,
  merge: (here: T, there: T) => T | undefined,
): OtherItem {
  return {
    key: definition.key,
    words,
    combine(stored, storedHere, mode) {
      const there = understand(definition, stored);
      if (there === undefined) return undefined;
      const here = mode === 'merge' ? understand(definition, storedHere) : undefined;
      const value = here === undefined ? there : merge(here, there);
      if (value === undefined) return undefined;
      // An open panel takes over what others wrote, so this must not carry a panel's name.
      const writer = 'writer' in value ? { writer: IMPORTER } : {};
      return { ...value, ...writer, version: definition.version };
    },
  };
}

/** Everything that is stored beside the guides. A new stored item that matters to the user gets a row. */
export const OTHER_ITEMS: readonly OtherItem[] = [
  otherItem(learntItem, 'what was learnt', (here, there) => {
    const known = new Set(here.pairs.map(({ question }) => question));
    const added = there.pairs.filter(({ question }) => !known.has(question));
    return { pairs: [...here.pairs, ...added], writer: IMPORTER };
  }),
  otherItem(askedItem, 'what was asked', (here, there) => {
    const known = new Set(here.entries.map(({ id }) => id));
    const added = there.entries.filter(({ id }) => !known.has(id));
    return { entries: [...here.entries, ...added].sort((a, b) => b.at - a.at), writer: IMPORTER };
  }),
  otherItem(settingsItem, 'settings', () => undefined),
  otherItem(looksItem, 'how the card looks on each site', (here, there) => ({
    looks: { ...there.looks, ...here.looks },
  })),
  // The sites that are on are not here: their access was given to this browser, and to no other.
  // Two sessions can't be one: what the user is in the middle of here stays.
  otherItem(sessionItem, 'the open session', () => undefined),
];
