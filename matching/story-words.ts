/** The story's own words that make it speak of a competency, for marking them where they stand. */
import type { Story } from '../guide/types.ts';
import { COMPETENCY_WEIGHT } from './story-text.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Field } from './types.ts';
import { findPhrases, NEIGHBOURS } from './vocabulary.ts';

const MOST = 4;
/** Words that say less than this share of what the strongest one says are left out. */
const SHARE = 0.3;
/** A neighbour nearer than this counts. */
const NEAR = 0.4;

/**
 * Words and phrases as written, the most telling first, at most four: those of the theme, tags, values, title,
 * hooks and point labels which the vocabulary knows for the competency in this place of COMPETENCIES, or for one
 * next to it. Empty where only the running text speaks of it.
 */
export function storyWords(story: Story, competency: number): string[] {
  const found: Array<{ readonly text: string; readonly worth: number }> = [];
  for (const [field, text] of shownTexts(story)) {
    const tokens = tokenise(text);
    for (const hit of findPhrases(tokens.map((token) => token.stem))) {
      const near = Math.max(...hit.competencies.map((from) => nearness(from, competency)));
      if (near >= NEAR)
        found.push({ text: written(text, tokens, hit.from, hit.to), worth: near * COMPETENCY_WEIGHT[field] });
    }
  }
  found.sort((a, b) => b.worth - a.worth);
  const least = SHARE * (found[0]?.worth ?? 0);
  const seen = new Set<string>();
  return found
    .filter(({ text, worth }) => {
      const key = text.toLowerCase();
      return worth >= least && !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST)
    .map(({ text }) => text);
}

function shownTexts(story: Story): Array<readonly [Field, string]> {
  const items = (field: Field, list: ReadonlyArray<{ readonly text: string }>) =>
    list.map(({ text }) => [field, text] as const);
  return [
    ['theme', story.theme],
    ...items('tags', story.tags),
    ['title', story.title],
    ...items('values', story.values),
    ...items('hooks', story.hooks),
    ...story.points.map(({ label }) => ['points', label] as const),
  ];
}

function nearness(from: number, to: number): number {
  return NEIGHBOURS[from]?.find((neighbour) => neighbour.to === to)?.strength ?? 0;
}

function written(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
