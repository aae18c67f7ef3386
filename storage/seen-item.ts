import type { ItemDefinition } from './item.ts';

/** Which text of a guide it was: its revision, and when that was saved. */
export interface SeenText {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: number;
}

/**
 * The text of each guide that a panel read last. What is stored of stories (the pick, the countdown, what was
 * taught) names them by ids of that text, so it is kept in the history until a panel has read a later one.
 */
export interface StoredSeen {
  readonly guides: readonly SeenText[];
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function validSeen(value: unknown): SeenText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, revision, savedAt } = value as Partial<Record<keyof SeenText, unknown>>;
  if (typeof id !== 'string' || !isCount(revision) || typeof savedAt !== 'number') return undefined;
  return Number.isFinite(savedAt) ? { id, revision, savedAt } : undefined;
}

export const seenItem: ItemDefinition<StoredSeen> = {
  key: 'seen',
  version: 1,
  migrations: [],
  validate: ({ guides }) => {
    if (!Array.isArray(guides)) return undefined;
    const valid = guides.map(validSeen);
    return valid.includes(undefined) ? undefined : { guides: valid.filter((each) => each !== undefined) };
  },
};

/** What was last read of one guide; `undefined`: nothing, or it can't be told. */
export function seenOf(seen: StoredSeen | undefined, id: string): SeenText | undefined {
  return seen?.guides.find((each) => each.id === id);
}

/** `seen` with `text` as what was last read of its guide, and without guides that are not in `ids`. */
export function withSeen(
  seen: StoredSeen | undefined,
  text: SeenText,
  ids: readonly string[],
): Record<string, unknown> {
  const others = (seen?.guides ?? []).filter(({ id }) => id !== text.id && ids.includes(id));
  return { [seenItem.key]: { guides: [...others, text], version: seenItem.version } };
}
