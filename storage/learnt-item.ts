import type { ItemDefinition } from './item.ts';

/** One thing the user taught: a question and the story that should answer it. */
interface StoredPair {
  readonly question: string;
  readonly storyId: string;
  readonly storyName: string;
}

export interface StoredLearnt {
  readonly pairs: readonly StoredPair[];
  /** Which panel wrote it. */
  readonly writer: string;
}

function validPair(value: unknown): StoredPair | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { question, storyId, storyName } = value as Partial<Record<keyof StoredPair, unknown>>;
  if (typeof question !== 'string' || typeof storyId !== 'string' || typeof storyName !== 'string')
    return undefined;
  return { question, storyId, storyName };
}

export const learntItem: ItemDefinition<StoredLearnt> = {
  key: 'learnt',
  version: 1,
  migrations: [],
  validate: ({ pairs, writer }) => {
    if (!Array.isArray(pairs)) return undefined;
    const valid = pairs.map(validPair);
    if (valid.includes(undefined)) return undefined;
    return {
      pairs: valid.filter((pair) => pair !== undefined),
      writer: typeof writer === 'string' ? writer : '',
    };
  },
};
