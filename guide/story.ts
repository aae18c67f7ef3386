import type { Story } from './types.ts';

/** Seconds that a story gets which names no time of its own. */
export const ASSUMED_SECONDS = 60;

/** @returns what a story is called in a list: `RISK - On-Call Documentation`, or its title alone */
export function storyName({ theme, title }: Pick<Story, 'theme' | 'title'>): string {
  // `The Risk Story` names its theme already.
  return title.toLowerCase().includes(theme.toLowerCase()) ? title : `${theme} - ${title}`;
}

/** @returns the story's time in whole seconds; `assumed` where the guide gives none */
export function targetOf({ target }: Pick<Story, 'target'>): { from: number; to: number; assumed: boolean } {
  if (!target) return { from: ASSUMED_SECONDS, to: ASSUMED_SECONDS, assumed: true };
  return { from: target.from, to: target.to, assumed: false };
}
