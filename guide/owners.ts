import type { Story } from './types.ts';

/** What is known of a story when its id has been given. */
export interface Named extends Pick<Story, 'id' | 'theme' | 'title'> {
  readonly number: string;
}

/** Tells a story's id from what the guide calls it; `''` when that names none. */
export type Owner = (name: string) => string;

/** Words of a title that name no story. */
const COMMON = new Set(['the', 'a', 'an', 'and', 'of', 'my', 'to', 'in', 'at', 'for', 'on', 'with']);

/**
 * @param stories the guide's stories
 * @returns `exact` knows numbers, themes and whole titles (`Risk`, `the conflict story`, `Story 2`);
 *   `byWord` also a word that stands in the name of one story only (`on-call`)
 */
export function ownersOf(stories: readonly Named[]): { exact: Owner; byWord: Owner } {
  const names = new Map<string, string>();
  const words = new Map<string, string>();
  const learn = (key: string, id: string) => {
    if (key !== '' && !names.has(key)) names.set(key, id);
  };
  for (const { id, number } of stories) learn(number.toLowerCase(), id);
  for (const { id, theme } of stories) learn(plain(theme), id);
  for (const { id, title } of stories) learn(plain(title), id);
  for (const { id, theme, title } of stories) {
    for (const word of new Set(`${plain(theme)} ${plain(title)}`.split(' '))) {
      if (!COMMON.has(word) && !/^\d*$/.test(word)) words.set(word, words.has(word) ? '' : id);
    }
  }
  const exact: Owner = (name) => names.get(plain(name)) ?? '';
  return { exact, byWord: (name) => exact(name) || (words.get(plain(name)) ?? '') };
}

/** A text and the id of the story it belongs to, `''` when that is not known. */
export interface Owned {
  readonly text: string;
  readonly story: string;
}

/** @returns a text without the brackets that name a story, and that story's id */
export function takeOwner(text: string, owner: Owner): Owned {
  for (const match of text.slice(0, 1000).matchAll(/\s*\(([^()]{1,60})\)/g)) {
    const story = owner(match[1] ?? '');
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    if (story !== '') return { text: rest.trim(), story };
  }
  return { text, story: '' };
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|story|stories)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
