import { createBlockCache } from './block-cache.ts';
import { type Block, type BlockCache, blocksOf } from './blocks.ts';
import { completeStory } from './complete-story.ts';
import type { StoryDraft } from './drafts.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { mergeCards } from './merge.ts';
import { type Named, type Owned, type Owner, ownersOf, takeOwner } from './owners.ts';
import { problemsOf } from './problems.ts';
import { unquote } from './quotes.ts';
import type { GuideDraft } from './read-body.ts';
import { readGuide } from './read-guide.ts';
import { type Route, routedStories } from './routes.ts';
import { type Source, sourceOf } from './source.ts';
import { splitSections } from './split-sections.ts';
import { treeOf } from './tree.ts';
import type { Guide, Item, Metric, Person, Story } from './types.ts';

/**
 * Reads a study guide.
 *
 * Stages: lines -> blocks (Markdown) -> sections -> stories, cards and lists -> cards joined to stories ->
 * owners of numbers and names, what found no place, problems.
 *
 * @param text Markdown, any text at all: this never throws
 * @returns what the guide says; every non-blank line of the text stands in one of its fields, gives one of
 *   them its name, or is listed in `unplaced`
 */
export function parseGuide(text: string): Guide {
  return parse(text).guide;
}

/**
 * As {@link parseGuide}, with the account that proves its promise.
 *
 * @returns the guide, and the numbers (from 1) of the lines that found a place in it
 */
export function parseWithLines(text: string): { guide: Guide; placed: ReadonlySet<number> } {
  const { guide, source, ledger } = parse(text);
  const placed = new Set(source.lines.map((_, index) => index + 1).filter((line) => ledger.has(line)));
  return { guide, placed };
}

/**
 * @returns a parser for a text that is being written: it remembers what it read last, so that an edit costs
 *   little. Its answers are those of {@link parseGuide}.
 */
export function createParser(): (text: string) => Guide {
  const cache = createBlockCache();
  let last: { readonly text: string; readonly guide: Guide } | undefined;
  return (text) => {
    if (last?.text !== text) {
      last = { text, guide: parse(text, cache).guide };
      cache.turn();
    }
    return last.guide;
  };
}

function parse(text: string, cache?: BlockCache): { guide: Guide; source: Source; ledger: Ledger } {
  const source = sourceOf(text);
  const ledger = createLedger(source);
  const blocks = blocksOf(source, cache);
  placeFrames(blocks, ledger);
  const draft = readGuide(splitSections(treeOf(blocks)), ledger);
  const drafts = mergeCards(draft.cards, draft.stories);
  const unplaced = ledger.rest();
  const title = blocks
    .find((block) => block.kind === 'heading' && block.depth === 1)
    ?.rows.map((row) => row.text)
    .join(' ');
  return { guide: finish(title ?? '', draft, drafts, unplaced), source, ledger };
}

/** Rules part sections, and fences hold code: both have done their work when the blocks are cut. */
function placeFrames(blocks: readonly Block[], ledger: Ledger): void {
  for (const { kind, rows, lines } of blocks) {
    const first = rows[0]?.lines.start ?? lines.end + 1;
    const last = rows.at(-1)?.lines.end ?? lines.end;
    if (kind !== 'rule' && kind !== 'verbatim') continue;
    ledger.place({ start: lines.start, end: first - 1 });
    ledger.place({ start: last + 1, end: lines.end });
  }
}

function finish(
  title: string,
  draft: GuideDraft,
  read: readonly StoryDraft[],
  unplaced: readonly Item[],
): Guide {
  const named = nameStories(read);
  const { exact, byWord } = ownersOf(named);
  const routed = answersByStory(draft.routes, exact);
  const metrics = draft.metrics.map(({ value, label, under, lines }): Metric => {
    const { text, story } = placeUnder(takeOwner(label, byWord), under, exact);
    return { value, label: text, story, lines };
  });
  const withMetrics = new Set(metrics.map(({ story }) => story));
  const drafts = read.map((story, index) => completeStory(story, withMetrics.has(named[index]?.id ?? '')));
  return {
    title,
    stories: drafts.map((story, index) => {
      const id = named[index]?.id ?? `story-${index + 1}`;
      return finishStory(story, id, routed.get(id) ?? []);
    }),
    phrases: draft.phrases,
    recovery: draft.recovery,
    names: draft.names.map(({ name, role, under, lines }): Person => {
      // `(lead)` is a role, even where one title has that word.
      const taken = takeOwner(role, (text) => (/\bstory\b/i.test(text) ? byWord : exact)(text));
      const { text, story } = placeUnder(taken, under, exact);
      return { name, role: text, story, lines };
    }),
    metrics,
    connections: draft.connections,
    checklist: draft.checklist,
    reminder: draft.reminder,
    notes: draft.notes,
    unplaced,
    problems: problemsOf(drafts, unplaced),
  };
}

/** Takes the story from the label above; a label that names none is kept as a remark. */
function placeUnder(taken: Owned, under: string, owner: Owner): Owned {
  const above = owner(under);
  const story = taken.story || above;
  if (above !== '' || under === '') return { text: taken.text, story };
  return { text: `${taken.text} (${under.replace(/\s*:$/, '')})`.trim(), story };
}

/** Gives each story an id of its own: a slug of theme and title, with a number where that is taken. */
function nameStories(drafts: readonly StoryDraft[]): Named[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return drafts.map(({ theme, title, number }) => {
    const slug = slugOf(`${theme} ${title}`);
    let count = (counts.get(slug) ?? 0) + 1;
    const idOf = () => (count === 1 ? slug : `${slug}-${count}`);
    while (taken.has(idOf())) count++;
    counts.set(slug, count);
    taken.add(idOf());
    return { id: idOf(), theme, title, number };
  });
}

const MAX_SLUG = 60;

function slugOf(text: string): string {
  const slug = text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'story' : slug;
}

/** Questions that a table of the guide sends to a story, by the story's id. */
function answersByStory(routes: readonly Route[], owner: Owner): Map<string, Item[]> {
  const answers = new Map<string, Item[]>();
  for (const { question, to } of routes) {
    for (const id of routedStories(to, owner)) answers.set(id, [...(answers.get(id) ?? []), question]);
  }
  return answers;
}

function finishStory(draft: StoryDraft, id: string, routed: readonly Item[]): Story {
  return {
    id,
    theme: draft.theme,
    title: draft.title,
    values: draft.values,
    tags: draft.tags,
    answers: [...draft.answers, ...routed],
    target: draft.target,
    metrics: draft.metrics.map((metric) => ({ ...metric, story: id })),
    people: draft.people.map((person) => ({ ...person, story: id })),
    hooks: draft.hooks,
    script: scriptOf(draft.script),
    points: draft.points,
    connection: draft.connection,
    notes: draft.notes,
    toFill: draft.toFill,
    lines: draft.lines,
  };
}

/** Without the quotation marks around each paragraph, or around them all. */
function scriptOf(paragraphs: readonly Item[]): string {
  const each = paragraphs.map(({ text }) => unquote(text));
  const all = paragraphs.every(({ text }, index) => text !== each[index]);
  return all ? each.join('\n\n') : unquote(paragraphs.map(({ text }) => text).join('\n\n'));
}
