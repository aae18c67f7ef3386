import type { ItemDefinition } from './item.ts';

/** The user's guide: their Markdown text, to the letter. */
export interface StoredGuide {
  readonly text: string;
}

export const guideItem: ItemDefinition<StoredGuide> = {
  key: 'guide',
  version: 1,
  migrations: [],
  validate: ({ text }) => (typeof text === 'string' ? { text } : undefined),
};
