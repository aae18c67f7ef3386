import type { Guide, Story } from './types.ts';

/** The share of words that two stories must have in common to be one story, before and after a change. */
const ENOUGH = 0.5;
/** Up to so many words a story is hardly begun: there its place tells more than its words. */
const FEW = 8;

/** Everything that was written for a story, as one text. */
function textOf(story: Story): string {
  const items = [...story.values, ...story.tags, ...story.answers, ...story.hooks, ...story.notes];
  return [
    story.theme,
    story.title,
    story.script,
    ...items.map(({ text }) => text),
    ...story.points.map(({ label, text }) => `${label} ${text}`),
    ...story.metrics.map(({ value, label }) => `${value} ${label}`),
    ...story.people.map(({ name, role }) => `${name} ${role}`),
    story.connection?.text ?? '',
  ].join('\n');
}

/** How often each word stands in a text. */
type Words = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

function wordsOf(text: string): Words {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  return { counts, total };
}

/** The share of words in common, 0..1. */
function overlap(a: Words, b: Words): number {
  if (a.total + b.total === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}

interface Candidate {
  readonly story: Story;
  readonly index: number;
  readonly words: Words;
}

const candidates = (stories: readonly Story[], isLeft: (story: Story) => boolean): Candidate[] =>
  stories.flatMap((story, index) => (isLeft(story) ? [{ story, index, words: wordsOf(textOf(story)) }] : []));

/** Every pair of stories that have enough words in common, the closest first. */
function closest(before: readonly Candidate[], after: readonly Candidate[]): (readonly [Story, Story])[] {
  const pairs = before.flatMap((old) =>
    after.map((next) => ({ old, next, share: overlap(old.words, next.words) })),
  );
  return pairs
    .filter(({ share }) => share >= ENOUGH)
    .sort(
      (a, b) =>
        b.share - a.share ||
        Number(b.old.story.id === b.next.story.id) - Number(a.old.story.id === a.next.story.id) ||
        Math.abs(a.old.index - a.next.index) - Math.abs(b.old.index - b.next.index),
    )
    .map(({ old, next }) => [old.story, next.story] as const);
}

/**
 * Which story each story of a guide has become after a change of the text. An id is made of the title, so it
 * does not outlive a new title; the words of a story do.
 *
 * A story is the one with the same id and text; else the one with the most words in common; else the one with
 * the same id; else, while it is hardly begun, the one in the same place. One to one; what is gone is not in it.
 */
export function followStories(before: Guide, after: Guide): ReadonlyMap<string, Story> {
  const followed = new Map<string, Story>();
  const taken = new Set<string>();
  const pair = (old: Story, next: Story | undefined) => {
    if (next === undefined || followed.has(old.id) || taken.has(next.id)) return;
    followed.set(old.id, next);
    taken.add(next.id);
  };

  const byId = new Map(after.stories.map((story) => [story.id, story]));
  for (const story of before.stories) {
    const same = byId.get(story.id);
    if (same !== undefined && textOf(same) === textOf(story)) pair(story, same);
  }
  const left = candidates(before.stories, ({ id }) => !followed.has(id));
  const open = candidates(after.stories, ({ id }) => !taken.has(id));
  for (const [old, next] of closest(left, open)) pair(old, next);
  for (const { story } of left) pair(story, byId.get(story.id));
  if (before.stories.length === after.stories.length) {
    for (const old of left) {
      const next = open.find(({ index }) => index === old.index);
      if (next !== undefined && Math.max(old.words.total, next.words.total) <= FEW)
        pair(old.story, next.story);
    }
  }
  return followed;
}
