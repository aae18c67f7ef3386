import type { Owner } from './owners.ts';
import type { Item } from './types.ts';

/** A line of a table that sends a question to stories: `Mentored others | Story 1 or 2`. */
export interface Route {
  readonly question: Item;
  /** The cell that names the stories, as written. */
  readonly to: string;
}

/** @param cells the head row of a table; @returns which columns hold question and story, if it is such a table */
export function routeColumns(cells: readonly string[]): { question: number; story: number } | undefined {
  const question = cells.findIndex((cell) =>
    /\b(?:questions?|prompts?|asked|competency|theme)\b/i.test(cell),
  );
  const story = cells.findIndex((cell, index) => index !== question && /\b(?:story|stories)\b/i.test(cell));
  return question < 0 || story < 0 ? undefined : { question, story };
}

/**
 * @param to `Story 2 or Story 3`, `1 (uptime), 10a`, `Dynamic Schema (Story 1)`
 * @param owner tells a story's id from its number, theme or title, `''` when there is none
 * @returns the ids of the stories that are named, each once
 */
export function routedStories(to: string, owner: Owner): string[] {
  // What stands in brackets explains the choice, and may hold numbers of its own.
  const parts = to.replace(/\([^()]*\)/g, ' ').split(/,|;|\/|&|\bor\b|\band\b/i);
  const bracketed = to.match(/\(\s*(story\s+#?\d+[a-z]?)\s*\)/i)?.[1];
  const ids = [...parts, bracketed ?? ''].map(owner).filter((id) => id !== '');
  return [...new Set(ids)];
}
