import { storyName, targetOf } from '../guide/story.ts';
import type { Guide, Story } from '../guide/types.ts';
import type { Match, Reason } from '../matching/types.ts';
import { clockText } from '../practice/countdown.ts';
import { type Fact, factsOf } from './story-facts.ts';

/** One story as the list shows it. */
export interface StoryRow {
  readonly story: Story;
  /** Theme and title: `RISK - On-Call Documentation`. */
  readonly name: string;
  /** The theme, or the title where the theme is missing or shared: what fits a short row. */
  readonly label: string;
  /** `0:45`, or `0:45–1:00` for a range. */
  readonly time: string;
  /** Why it stands here, in a word or two; empty where nothing was asked or nothing speaks for it. */
  readonly why: string;
  readonly facts: readonly Fact[];
}

/** `0:45`, or `0:45–1:00` for a range; `~1:00` where the guide gives no time. */
export function targetText(story: Story): string {
  const { from, to, assumed } = targetOf(story);
  if (assumed) return `~${clockText(to)}`;
  return from === to ? clockText(to) : `${clockText(from)}–${clockText(to)}`;
}

function whyOf(reasons: readonly Reason[]): string {
  const texts = reasons.map((reason) => reason.text);
  const holds = (a: string, b: string) => a.toLowerCase().includes(b.toLowerCase());
  // "customers, customer" says one thing twice.
  const distinct = texts.filter(
    (text, at) => !texts.slice(0, at).some((earlier) => holds(earlier, text) || holds(text, earlier)),
  );
  return distinct.slice(0, 2).join(', ');
}

/** The story's own words that its reasons rest on. */
export function markedIn(reasons: readonly Reason[]): string[] {
  return reasons.flatMap((reason) => (reason.kind === 'word' ? [reason.text] : (reason.words ?? [])));
}

/**
 * The first `count` of the list as shown: ranked with reasons when something was asked (`answer`), else in the
 * guide's order. Rows cost more than ranks: of a thousand stories nobody looks at all.
 */
export function rowsOf(guide: Guide, answer: Match | null, count: number): StoryRow[] {
  const themes = new Map<string, number>();
  for (const { theme } of guide.stories) themes.set(theme, (themes.get(theme) ?? 0) + 1);
  /** Whether the theme alone tells this story from the others. */
  const isTelling = ({ theme }: Story) => theme !== '' && themes.get(theme) === 1;
  const ranked = answer?.stories ?? guide.stories.map((story) => ({ story, reasons: [] }));
  return ranked.slice(0, count).map(({ story, reasons }) => ({
    story,
    name: storyName(story),
    label: isTelling(story) ? story.theme : story.title,
    time: targetText(story),
    why: whyOf(reasons),
    facts: answer === null ? factsOf(guide, story) : [],
  }));
}
