import type { StoryDraft } from './drafts.ts';
import type { Item } from './types.ts';

/**
 * Joins each quick-reference card to the section that tells its story: by number, else by theme or title.
 *
 * @param cards in the order of the text; @param stories likewise
 * @returns the stories in order, a card's facts before the section's own; cards without a section follow as
 *   stories of their own
 */
export function mergeCards(cards: readonly StoryDraft[], stories: readonly StoryDraft[]): StoryDraft[] {
  const free = new Set(stories);
  const byKey = new Map<string, StoryDraft[]>();
  for (const story of stories) {
    for (const key of keysOf(story)) {
      const sharing = byKey.get(key);
      if (sharing) sharing.push(story);
      else byKey.set(key, [story]);
    }
  }
  const cardOf = new Map<StoryDraft, StoryDraft>();
  const alone: StoryDraft[] = [];
  for (const card of cards) {
    const partner = keysOf(card)
      .map((key) => firstFree(byKey.get(key) ?? [], free))
      .find((story) => story !== undefined);
    if (partner) {
      free.delete(partner);
      cardOf.set(partner, card);
    } else alone.push(card);
  }
  return [...stories.map((story) => join(cardOf.get(story), story)), ...alone];
}

/** Drops those that have their card from the front, so that many stories of one name cost no more than few. */
function firstFree(stories: StoryDraft[], free: ReadonlySet<StoryDraft>): StoryDraft | undefined {
  for (let first = stories[0]; first; first = stories[0]) {
    if (free.has(first)) return first;
    stories.shift();
  }
  return undefined;
}

/** What may tie a card to a section, the surest first. */
function keysOf({ number, theme, title }: StoryDraft): string[] {
  const key = (kind: string, text: string) => (text === '' ? [] : [`${kind} ${text.toLowerCase()}`]);
  return [...key('number', number), ...key('theme', theme), ...key('title', title)];
}

function join(card: StoryDraft | undefined, story: StoryDraft): StoryDraft {
  if (!card) return story;
  const isOther = card.theme !== '' && story.theme.toLowerCase() !== card.theme.toLowerCase();
  const otherTheme = isOther && story.theme !== '' ? [{ text: story.theme, lines: story.themeLines }] : [];
  return {
    ...story,
    number: story.number || card.number,
    theme: card.theme || story.theme,
    title: card.title,
    values: joinItems(card.values, story.values),
    tags: joinItems(card.tags, [...otherTheme, ...story.tags]),
    answers: joinItems(card.answers, story.answers),
    target: card.target ?? story.target,
    badTarget: card.badTarget ?? story.badTarget,
    metrics: [...card.metrics, ...story.metrics],
    people: [...card.people, ...story.people],
    hooks: [...card.hooks, ...story.hooks],
    script: [...card.script, ...story.script],
    points: [...card.points, ...story.points],
    parts: [...card.parts, ...story.parts],
    intro: [...card.intro, ...story.intro],
    toFill: [...card.toFill, ...story.toFill],
    connection: card.connection ?? story.connection,
    notes: [
      ...card.notes,
      ...(card.connection && story.connection ? [story.connection] : []),
      ...story.notes,
    ],
    lines: [...card.lines, ...story.lines],
  };
}

/** A value that card and section both name is shown once. */
function joinItems(card: readonly Item[], story: readonly Item[]): Item[] {
  const known = new Set(card.map((item) => item.text.toLowerCase()));
  return [...card, ...story.filter((item) => !known.has(item.text.toLowerCase()))];
}
