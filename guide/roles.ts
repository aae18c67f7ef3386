import { competencyOf, holdsStories, isBesideStories } from './competencies.ts';
import { labelOf } from './labels.ts';
import { isAdvice, isBehaviouralQuestion, isNarrative } from './prose.ts';
import type { Row } from './rows.ts';
import { guideKind, type StoryKind, storyKind } from './sections.ts';
import { parseStoryHeading, storyHeadingKind } from './story-heading.ts';
import { parseSeconds } from './target.ts';
import type { Section } from './tree.ts';

/** How surely a section that holds this part is a story. Two make a story. */
const WEIGHT: Readonly<Record<StoryKind, number>> = {
  hooks: 2,
  script: 2,
  points: 2,
  star: 1,
  frame: 0.5,
  values: 1,
  answers: 1,
  target: 1,
  theme: 1,
  connection: 1,
  metrics: 0.5,
  people: 0.5,
  tags: 0.5,
  notes: 0,
};
const ENOUGH = 2;
/** Three parts of four. */
const BEYOND_DOUBT = 3;
/** For what is called an opening, a plan or a summary. */
const ENOUGH_BESIDE = 2.5;
const ENOUGH_FOR_CARD = 1;

/** Sections that explain how a story is told hold the same labels as a story. */
export const EXPLAINS =
  /\b(?:method|framework|format|templates?|formula|tips?|how (?:to|each|these|this|it)|refresher|structure|guidelines?|what is|components?|technique|explained|rubric|cheat ?sheet)\b|^(?:the )?star(?:\+r)?$/i;

/** Words of somebody's own account which make a story under a question, or below a heading that holds stories. */
const ANSWER = 25;
const ACCOUNT = 45;

/** Tells stories from other sections. */
export interface Roles {
  isStory(section: Section): boolean;
  /** Stories in a section, itself included. */
  countStories(section: Section): number;
  /** Whether a section under \`Quick Reference\` describes a story. */
  isCard(section: Section): boolean;
}

/** @param root the whole text; @returns answers about its sections, worked out once */
export function rolesOf(root: Section): Roles {
  const stories = new Set<Section>();
  /** `expected` is the words of an account that make a story here; 0 where none is expected. */
  const mark = (section: Section, expected: number, inside = false): boolean => {
    const { heading, children, depth } = section;
    const kind = storyHeadingKind(heading);
    if (kind === 'numbered' && (children.length === 0 || !holdsNumbered(children))) {
      stories.add(section);
      return true;
    }
    if (section.found) {
      stories.add(section);
      return true;
    }
    let below = false;
    const expectedBelow = holdsStories(heading) || (expected > 0 && !isBesideStories(heading)) ? ACCOUNT : 0;
    const weight = EXPLAINS.test(heading) ? 0 : evidence(section);
    const enough = isBesideStories(heading) ? ENOUGH_BESIDE : ENOUGH;
    // Under a story's own parts, questions are what may be asked next.
    const insideBelow = inside || (depth > 0 && weight >= ENOUGH);
    for (const child of children)
      below = mark(child, isAmongStories(child, children) ? ANSWER : expectedBelow, insideBelow) || below;
    if (depth === 0 || guideKind(heading)) return below;
    if (below) {
      // Its own story stands before those below it.
      const own = { ...section, children: children.filter((child) => countStories(child) === 0) };
      if (!storyKind(heading) && evidence(own) >= ENOUGH && isNarrative(proseOf(own), ANSWER))
        stories.add(section);
      return true;
    }
    const part = storyKind(heading);
    // `Assembly guidance` may be a title after all.
    if (part && part !== 'star' && (part !== 'notes' || weight < BEYOND_DOUBT)) return false;
    const shown =
      kind === 'named' ||
      (part === 'notes' && weight >= BEYOND_DOUBT) ||
      (weight >= enough && !isExplanation(section)) ||
      (part === undefined && !inside && isAnswered(section)) ||
      (part === undefined && !inside && expected > 0 && depth > 1 && isTold(section, expected)) ||
      (!inside && competencyOf(heading) !== '' && isTold(section, ACCOUNT));
    if (shown) stories.add(section);
    return shown;
  };
  const countStories = (section: Section): number =>
    section.children.reduce((sum, child) => sum + countStories(child), stories.has(section) ? 1 : 0);
  mark(root, 0);
  return {
    countStories,
    isStory: (section) => stories.has(section),
    isCard: (section) =>
      stories.has(section) ||
      storyHeadingKind(section.heading) !== undefined ||
      evidence(section) >= ENOUGH_FOR_CARD,
  };
}

const COUNTED = /^\W*\d{1,2}[.):]/;

/** One of several headings that are counted in one row, most of which stand over parts of a story. */
function isAmongStories(section: Section, siblings: readonly Section[]): boolean {
  if (!COUNTED.test(section.heading)) return false;
  const others = siblings.filter((other) => other !== section && COUNTED.test(other.heading));
  return others.filter((other) => evidence(other) >= ENOUGH).length > 1;
}

/** \`Story 10: two mistakes\` may be a chapter of \`10a\` and \`10b\`. */
function holdsNumbered(children: readonly Section[]): boolean {
  const told = children.filter((child) => child.found || storyHeadingKind(child.heading) === 'numbered');
  return told.length > 1;
}

/** A question for something that happened, and below it what happened. */
function isAnswered(section: Section): boolean {
  return (
    isBehaviouralQuestion(parseStoryHeading(section.heading).title) && isNarrative(proseOf(section), ANSWER)
  );
}

/** Prose in the first person, as people tell a story without naming its parts. */
function isTold(section: Section, words: number): boolean {
  return (
    !isBesideStories(section.heading) &&
    !/\?\W*$/.test(section.heading) &&
    section.children.length === 0 &&
    !section.body.some(({ rows }) => isBehaviouralQuestion(rows[0]?.text ?? '')) &&
    isNarrative(proseOf(section), words)
  );
}

/** Labels of a story over words to the reader: how each part is to be written. What is in brackets is still to be filled in. */
function isExplanation(section: Section): boolean {
  return (
    storyHeadingKind(section.heading) === undefined && isAdvice(proseOf(section).replace(/\[[^[\]]*\]/g, ' '))
  );
}

const MAX_BLOCKS = 60;

/** A line without the short name that opens it: `Your ownership: …` speaks of the writer all the same. */
function said(row: Row): string {
  const label = labelOf(row);
  return label && label.text !== '' && label.name.split(' ').length < 4 ? label.text : row.text;
}

function proseOf(section: Section): string {
  const own = section.body
    .slice(0, MAX_BLOCKS)
    .filter(({ kind }) => kind === 'text' || kind === 'item')
    .flatMap(({ rows }) => rows.map(said));
  return [...own, ...section.children.slice(0, 20).map(proseOf)].join(' ').slice(0, 8000);
}

/** Names of parts that are believed in a plain list, too. */
const PLAIN_PART = /^(?:situation|task|action|result|[star])$/i;

function evidence(section: Section): number {
  let weight = 0;
  const seen = new Set<string>();
  let own = 0;
  const count = (kind: StoryKind, name: string) => {
    // Each of situation, task, action and result counts, but none twice.
    const key = kind === 'star' ? name.toLowerCase().replace(/\d+$/, '') : kind;
    if (!seen.has(key)) weight += WEIGHT[kind];
    seen.add(key);
  };
  const countRow = (row: Row, item: boolean) => {
    const label = labelOf(row);
    const kind = label && storyKind(label.name);
    // After a situation, parts may have names of the writer's own: bet, coalition, proof.
    if (label?.bold && !kind && label.text.length > 20 && seen.has('situation') && own < 1) {
      own += 0.5;
      weight += 0.5;
    }
    if (!label || !kind || (item && !label.bold && !PLAIN_PART.test(label.name))) return;
    if (kind !== 'target' || parseSeconds(label.text)) count(kind, label.name);
  };
  for (const block of section.body) {
    if (block.kind === 'text') for (const row of block.rows) countRow(row, false);
    else if (block.kind === 'item' && block.depth === 0 && block.rows[0]) countRow(block.rows[0], true);
  }
  for (const child of section.children) {
    const kind = storyKind(child.heading);
    if (kind) {
      count(kind, child.heading);
      weight += evidence(child);
    }
  }
  return weight;
}
