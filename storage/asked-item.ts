import type { AskedEntry } from '../state/asked.ts';
import type { ItemDefinition } from './item.ts';

/** The list of what was asked, newest first. */
export interface StoredAsked {
  readonly entries: readonly AskedEntry[];
  /** Which window wrote it. */
  readonly writer: string;
}

function isEntry(value: unknown): value is AskedEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, question, storyId, storyName, spoken } = value as Partial<
    Record<keyof AskedEntry, unknown>
  >;
  return (
    typeof id === 'string' &&
    typeof at === 'number' &&
    Number.isFinite(at) &&
    typeof question === 'string' &&
    (storyId === null || typeof storyId === 'string') &&
    typeof storyName === 'string' &&
    typeof spoken === 'number' &&
    spoken >= 0
  );
}

export const askedItem: ItemDefinition<StoredAsked> = {
  key: 'asked',
  version: 1,
  migrations: [],
  validate: ({ entries, writer }) =>
    Array.isArray(entries) && entries.every(isEntry)
      ? { entries, writer: typeof writer === 'string' ? writer : '' }
      : undefined,
};
