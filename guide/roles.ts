import { labelOf } from './labels.ts';
import type { Row } from './rows.ts';
import { guideKind, type StoryKind, storyKind } from './sections.ts';
import { storyHeadingKind } from './story-heading.ts';
import { parseSeconds } from './target.ts';
import type { Section } from './tree.ts';

/** How surely a section that holds this part is a story. Two make a story. */
const WEIGHT: Readonly<Record<StoryKind, number>> = {
  hooks: 2,
  script: 2,
  points: 2,
  star: 1,
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
const ENOUGH_FOR_CARD = 1;

/** Sections that explain how a story is told hold the same labels as a story. */
const EXPLAINS =
  /\b(?:method|framework|format|template|formula|tips?|how (?:to|each|these|this)|refresher|structure|guidelines?)\b|^star$/i;

/** Tells stories from other sections. */
export interface Roles {
  isStory(section: Section): boolean;
  /** Whether a section under `Quick Reference` describes a story. */
  isCard(section: Section): boolean;
}

/** @param root the whole text; @returns answers about its sections, worked out once */
export function rolesOf(root: Section): Roles {
  const stories = new Set<Section>();
  const mark = (section: Section): boolean => {
    const kind = storyHeadingKind(section.heading);
    if (kind === 'numbered') {
      stories.add(section);
      return true;
    }
    let below = false;
    for (const child of section.children) below = mark(child) || below;
    if (below || section.depth === 0 || storyKind(section.heading) || guideKind(section.heading))
      return below;
    const shown = kind === 'named' || (!EXPLAINS.test(section.heading) && evidence(section) >= ENOUGH);
    if (shown) stories.add(section);
    return shown;
  };
  mark(root);
  return {
    isStory: (section) => stories.has(section),
    isCard: (section) =>
      stories.has(section) ||
      storyHeadingKind(section.heading) !== undefined ||
      evidence(section) >= ENOUGH_FOR_CARD,
  };
}

function evidence(section: Section): number {
  let weight = 0;
  const seen = new Set<string>();
  const count = (kind: StoryKind, name: string) => {
    // Each of situation, task, action and result counts, but none twice.
    const key = kind === 'star' ? name.toLowerCase() : kind;
    if (!seen.has(key)) weight += WEIGHT[kind];
    seen.add(key);
  };
  const countRow = (row: Row, item: boolean) => {
    const label = labelOf(row);
    const kind = label && storyKind(label.name);
    if (!label || !kind || (item && !label.bold)) return;
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
