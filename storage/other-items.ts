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
  /** In words what of `here` goes when `there` is put in its place: "what was learnt (2)"; `undefined`: nothing. */
  goes(here: unknown, there: unknown): string | undefined;
}

/** How an item is taken out of a file. */
interface Taking<T> {
  /** What is kept of both when merging; `undefined`: what is here stays. */
  readonly merge: (here: T, there: T) => T | undefined;
  /** `false`: merging takes nothing of it, also where nothing is here. */
  readonly isMerged?: boolean;
  /** What replacing takes of it. */
  readonly taken?: (there: T) => T;
  /** How many things of the user's are in it. */
  readonly count?: (value: T) => number;
}

/** A stored value as one that no open panel takes for its own: it must not carry a panel's name. */
export function fromElsewhere(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'writer' in value
    ? { ...value, writer: IMPORTER }
    : value;
}

/** Describes an item for export and import. */
export function otherItem<T extends object>(
  definition: ItemDefinition<T>,
  words: string,
  { merge, isMerged = true, taken = (there) => there, count }: Taking<T>,
): OtherItem {
  const plain = (value: T) => JSON.stringify(fromElsewhere(value));
  return {
    key: definition.key,
    words,
    combine(stored, storedHere, mode) {
      const there = understand(definition, stored);
      if (there === undefined || (mode === 'merge' && !isMerged)) return undefined;
      const here = mode === 'merge' ? understand(definition, storedHere) : undefined;
      const value = here === undefined ? taken(there) : merge(here, there);
      if (value === undefined) return undefined;
      const writer = 'writer' in value ? { writer: IMPORTER } : {};
      return { ...value, ...writer, version: definition.version };
    },
    goes(storedHere, stored) {
      const here = understand(definition, storedHere);
      const there = understand(definition, stored);
      // Nothing may have been stored there as well: then what is here goes.
      if (here === undefined || (there === undefined && stored !== null)) return undefined;
      const number = count?.(here);
      if (number === 0 || (there !== undefined && plain(here) === plain(there))) return undefined;
      return number === undefined ? words : `${words} (${number})`;
    },
  };
}

/** Everything that is stored beside the guides. A new stored item that matters to the user gets a row. */
export const OTHER_ITEMS: readonly OtherItem[] = [
  otherItem(learntItem, 'what was learnt', {
    merge(here, there) {
      const known = new Set(here.pairs.map(({ question }) => question));
      const added = there.pairs.filter(({ question }) => !known.has(question));
      return { pairs: [...here.pairs, ...added], writer: IMPORTER };
    },
    count: ({ pairs }) => pairs.length,
  }),
  otherItem(askedItem, 'what was asked', {
    merge(here, there) {
      const known = new Set(here.entries.map(({ id }) => id));
      const added = there.entries.filter(({ id }) => !known.has(id));
      return { entries: [...here.entries, ...added].sort((a, b) => b.at - a.at), writer: IMPORTER };
    },
    count: ({ entries }) => entries.length,
  }),
  otherItem(settingsItem, 'settings', { merge: () => undefined }),
  otherItem(looksItem, 'how the card looks on each site', {
    merge: (here, there) => ({ looks: { ...there.looks, ...here.looks } }),
    count: ({ looks }) => Object.keys(looks).length,
  }),
  // The sites that are on are not here: their access was given to this browser, and to no other.
  // Two sessions can't be one: what the user is in the middle of here stays, also when that is nothing.
  otherItem(sessionItem, 'the open session', {
    merge: () => undefined,
    isMerged: false,
    // It would go on running from the day of the export.
    taken: (there) => ({ ...there, countdown: null }),
  }),
];
