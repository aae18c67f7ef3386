import type { Block } from './blocks.ts';
import { cardsInTables } from './card-tables.ts';
import { competencyOf } from './competencies.ts';
import type { StoryDraft } from './drafts.ts';
import type { Ledger } from './ledger.ts';
import { type GuideDraft, type Kind, readBody, readGroup } from './read-body.ts';
import { type Aside, readStory, readTableCards } from './read-story.ts';
import { type Roles, rolesOf } from './roles.ts';
import { guideKind } from './sections.ts';
import type { Section } from './tree.ts';
import type { Lines } from './types.ts';

/** @param root the whole text; @param ledger is told of every line that finds a place */
export function readGuide(root: Section, ledger: Ledger): GuideDraft {
  const draft: GuideDraft = {
    cards: [],
    stories: [],
    phrases: [],
    recovery: [],
    names: [],
    metrics: [],
    connections: [],
    checklist: [],
    reminder: undefined,
    notes: [],
    routes: [],
  };
  const roles = rolesOf(root);

  const readInto = (section: Section, stories: StoryDraft[], parent?: Section) => {
    const { story, asides } = readStory(section, ledger, metaIn(section, meta) ?? section.meta);
    const competency = parent ? competencyOf(parent.heading) : '';
    if (parent && competency !== '' && story.theme === '') {
      story.theme = competency;
      story.themeLines = parent.headingLines;
    }
    stories.push(story);
    for (const aside of asides) readAside(aside);
  };
  const readAside = (aside: Aside) => {
    if ('kind' in aside) readGroup(aside, aside.label, { draft, ledger });
    else visit(aside, 'notes');
  };
  /** Front matter and hashtags, by the one story that they can only mean. */
  const meta = new Map<Section, readonly Block[]>();
  const visit = (whole: Section, above: Kind, parent?: Section): void => {
    if (roles.isStory(whole)) {
      const below = whole.children.filter((child) => roles.countStories(child) > 0);
      const children = whole.children.filter((child) => !below.includes(child));
      readInto(
        below.length === 0 ? whole : { ...whole, children, lines: linesBefore(whole, below[0]) },
        draft.stories,
        parent,
      );
      for (const child of below) visit(child, 'notes', whole);
      return;
    }
    const section = giveToOnlyStory(whole);
    const own = guideKind(section.heading);
    ledger.place(section.headingLines);
    const tableCards = own === 'cards' ? cardsInTables(section.body, ledger) : [];
    if (own === 'cards' && (tableCards.length > 0 || section.children.some(roles.isCard))) {
      draft.cards = [...draft.cards, ...readTableCards(tableCards)];
      const body = section.body.filter((block) => block.kind !== 'cells' || !ledger.has(block.lines.start));
      readBody({ ...section, body }, 'notes', { draft, ledger });
      for (const child of section.children) {
        if (roles.isCard(child)) readInto(child, draft.cards);
        else visit(child, 'notes');
      }
      return;
    }
    const kind = own === 'cards' ? 'notes' : (own ?? above);
    readBody(section, kind, { draft, ledger });
    for (const child of section.children) visit(child, kind === 'reminder' ? 'notes' : kind, section);
  };
  const giveToOnlyStory = (section: Section): Section => {
    const given = [...section.meta, ...(section.depth < 2 ? section.body.filter(isHashtags) : [])];
    if (given.length === 0) return section;
    const story = roles.countStories(section) === 1 ? onlyStoryOf(section, roles) : undefined;
    if (!story) return { ...section, body: [...section.meta, ...section.body] };
    meta.set(story, [...(meta.get(story) ?? story.meta), ...given]);
    return { ...section, body: section.body.filter((block) => !given.includes(block)) };
  };
  visit(root, 'notes');
  return draft;
}

/** What was given to a section or to one below it. */
function metaIn(
  section: Section,
  meta: ReadonlyMap<Section, readonly Block[]>,
): readonly Block[] | undefined {
  if (meta.size === 0) return undefined;
  const own = meta.get(section);
  if (own) return own;
  for (const child of section.children) {
    const below = metaIn(child, meta);
    if (below) return below;
  }
  return undefined;
}

function onlyStoryOf(section: Section, roles: Roles): Section | undefined {
  if (roles.isStory(section)) return section;
  return onlyStoryIn(section.children, roles);
}

function onlyStoryIn(sections: readonly Section[], roles: Roles): Section | undefined {
  const holder = sections.find((section) => roles.countStories(section) > 0);
  return holder && onlyStoryOf(holder, roles);
}

/** Up to the first story below: what stands there is not this story's. */
function linesBefore({ lines }: Section, next: Section | undefined): Lines {
  return { start: lines.start, end: Math.max(lines.start, (next?.lines.start ?? lines.end + 1) - 1) };
}

function isHashtags({ kind, rows }: Block): boolean {
  return (
    kind === 'text' &&
    rows.length > 0 &&
    rows.every((row) => /^(?:#[\p{L}\p{N}_/-]+[\s,]*)+$/u.test(row.text.slice(0, 500)))
  );
}
