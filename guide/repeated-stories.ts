import type { Block } from './blocks.ts';
import { child, cut, type Line, linesOf } from './cut-blocks.ts';
import { labelOf } from './labels.ts';
import { isBehaviouralQuestion } from './prose.ts';
import type { Row } from './rows.ts';
import { guideKind, storyKind } from './sections.ts';
import { storyHeadingKind } from './story-heading.ts';
import type { Section } from './tree.ts';

/** A section's body after stories were found in it. */
export interface Split {
  readonly body: readonly Block[];
  readonly children: readonly Section[];
}

const OPENS = /^(?:situations?|context|background|s\d?|setting)\b/i;
const TITLE_NAMES =
  /^(?:(?:star |my )?story|title|name|example|project|scenario|question)(?: (?:title|name))?$/i;

/** Several stories under one heading, or any under none: each begins where its situation does, or the title above it. */
export function repeated(section: Section, isTold: boolean): Split | undefined {
  const lines = linesOf(section.body);
  const opens: number[] = [];
  // Another part stands between the beginnings of two stories.
  let isBetween = true;
  lines.forEach((line, at) => {
    if (!opensStory(line, section.body)) {
      isBetween ||= storyKind(labelOf(line.text)?.name ?? '') === 'star';
    } else if (isBetween) {
      opens.push(at);
      isBetween = false;
    }
  });
  const isRoot = section.depth === 0;
  if (opens.length === 0 || (opens.length === 1 && countParts(lines) < 2)) return undefined;
  const starts = opens.map(
    (at, index) => titleAbove(lines, at, index === 0 ? -1 : (opens[index - 1] ?? -1)) ?? at,
  );
  // One story under a heading is that heading's, unless a line in between says what it is called.
  if (opens.length === 1 && !isRoot && (isTold || !namesStory(lines[starts[0] ?? 0]))) return undefined;
  const children = starts.map((start, index): Section => {
    const from = lines[start];
    const to = lines[starts[index + 1] ?? lines.length];
    const named = start !== opens[index];
    const title =
      named && from
        ? titleOf(from.text)
        : starts.length > 1 && section.heading !== ''
          ? `${section.heading} (${index + 1})`
          : section.heading || 'Story';
    const body = cut(section.body, from, to);
    const part = child(section, title, named && from ? [from.text] : [], body);
    if (countParts(linesOf(part.body)) > 1) return { ...part, found: true };
    // No story: then its first line is no title either, and stays among the rest.
    return child(section, section.heading, [], body);
  });
  // A story with a heading of its own is many only where each has its title and parts.
  const areTold = children.every(({ found }, index) => found && starts[index] !== opens[index]);
  if (isTold && !areTold) return undefined;
  return { body: cut(section.body, undefined, lines[starts[0] ?? 0]), children };
}

/** `**Story 1: The lost order**`, each on a line of its own with what belongs to it below, under a common heading. */
export function numbered(section: Section): Split | undefined {
  const lines = linesOf(section.body);
  const starts = lines.filter(
    ({ text }, at) =>
      text.rest === '' &&
      storyHeadingKind(text.text) === 'numbered' &&
      lines[at + 1] !== undefined &&
      storyHeadingKind(lines[at + 1]?.text.text ?? '') !== 'numbered',
  );
  if (starts.length < 2) return undefined;
  const children = starts.map((from, index) => ({
    ...child(section, from.text.text, [from.text], cut(section.body, from, starts[index + 1])),
    found: true as const,
  }));
  return { body: cut(section.body, undefined, starts[0]), children };
}

/** @returns the place in a body of the block in which a story with its parts begins; `undefined` without one */
export function beginningOf(body: readonly Block[]): number | undefined {
  const lines = linesOf(body);
  return countParts(lines) > 1 ? lines.find((line) => opensStory(line, body))?.block : undefined;
}

function opensStory({ text, block }: Line, body: readonly Block[]): boolean {
  const label = labelOf(text);
  if (!label || !OPENS.test(label.name) || storyKind(label.name) !== 'star') return false;
  return label.bold || body[block]?.kind === 'text' || /^(?:situation|s)$/i.test(label.name);
}

function countParts(lines: readonly Line[]): number {
  const names = lines
    .map(({ text }) => labelOf(text)?.name ?? '')
    .filter((name) => storyKind(name) === 'star');
  return new Set(names.map((name) => name.toLowerCase())).size;
}

/** The nearest line above that can be a title: bold all through, a numbered story, or a question. */
function titleAbove(lines: readonly Line[], at: number, after: number): number | undefined {
  for (let above = at - 1; above > after; above--) {
    const text = lines[above]?.text;
    if (!text || !isTitle(text)) continue;
    const before = above - 1 > after ? lines[above - 1] : undefined;
    const isBetter =
      before !== undefined &&
      // `Strong answer:` under the question; `Question: …` under a title of its own.
      ((!asksOrCounts(text) && asksOrCounts(before.text)) ||
        (/^question$/i.test(labelOf(text)?.name ?? '') && isShortLine(before)));
    return isBetter ? above - 1 : above;
  }
  // Above the first parts of a text, any short line will do.
  const first = lines[0]?.text;
  return after < 0 && at === 1 && first && first.text.split(' ').length <= 12 && !labelOf(first)?.text
    ? 0
    : undefined;
}

function asksOrCounts({ text }: Row): boolean {
  return storyHeadingKind(text) === 'numbered' || isBehaviouralQuestion(text);
}

/** The first line of a paragraph or list item, and no sentence. */
function isShortLine({ text, row }: Line): boolean {
  return row === 0 && text.text.split(' ').length <= 12 && !labelOf(text) && !/[.!?:,;]$/.test(text.text);
}

/** `**STAR story: The lost order**`, `Story 2: The flood` */
function namesStory(line: Line | undefined): boolean {
  if (!line) return false;
  const name = labelOf(line.text)?.name ?? '';
  return (
    storyHeadingKind(line.text.text) === 'numbered' ||
    (/^(?:(?:star|my) )?story\b/i.test(name) && TITLE_NAMES.test(name)) ||
    /^(?:star |my )?story:\s/i.test(line.text.text) ||
    (line.text.rest === '' && isBehaviouralQuestion(line.text.text))
  );
}

function isTitle(row: Row): boolean {
  const label = labelOf(row);
  if (label && TITLE_NAMES.test(label.name) && label.text !== '') return true;
  if (storyHeadingKind(row.text) === 'numbered' || isBehaviouralQuestion(row.text)) return true;
  if (/^(?:q|example|scenario|star)\s?#?\d{1,3}\b/i.test(row.text)) return true;
  return (
    row.bold !== '' &&
    row.rest === '' &&
    storyKind(row.bold) === undefined &&
    guideKind(row.bold) === undefined
  );
}

function titleOf(row: Row): string {
  const label = labelOf(row);
  if (label && TITLE_NAMES.test(label.name) && label.text !== '') return label.text;
  return row.text.replace(/^(?:(?:star|my) )?story:\s+(?=\S)/i, '');
}
