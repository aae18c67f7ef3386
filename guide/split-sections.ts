import type { Block } from './blocks.ts';
import { competencyOf } from './competencies.ts';
import { labelOf } from './labels.ts';
import { isAccount, isBehaviouralQuestion, isNarrative } from './prose.ts';
import type { Row } from './rows.ts';
import { guideKind, storyKind } from './sections.ts';
import { storyHeadingKind } from './story-heading.ts';
import type { Section } from './tree.ts';
import type { Lines } from './types.ts';

/**
 * Gives sections of their own to stories that have no heading of their own: several under one heading, each
 * with its parts; answers under the questions of a list; parts whose headings stand beside their story's.
 *
 * @param root the whole text; @returns the same lines, with more sections where stories were found
 */
export function splitSections(root: Section): Section {
  return split(root, false);
}

/** @param told whether a story with a heading of its own stands around it */
function split(section: Section, told: boolean): Section {
  const isTold = told || storyHeadingKind(section.heading) !== undefined;
  const children = adopt(section.children.map((each) => split(each, isTold)));
  const kind = guideKind(section.heading);
  if (section.body.length === 0 || (kind && kind !== 'cards')) return { ...section, children };
  const isPart = storyKind(section.heading) !== undefined && competencyOf(section.heading) === '';
  const found = repeated(section, isTold) ?? (isTold || isPart ? undefined : answered(section));
  return found
    ? { ...section, body: found.body, children: [...found.children, ...children] }
    : { ...section, children };
}

/** `# Title`, `# Situation`, `# Task`: the parts belong below the title. */
function adopt(children: readonly Section[]): readonly Section[] {
  const isPart = (section: Section | undefined) =>
    section !== undefined && section.children.length === 0 && storyKind(section.heading) === 'star';
  const adopted: Section[] = [];
  for (let at = 0; at < children.length; at++) {
    const section = children[at];
    if (!section) continue;
    const parts: Section[] = [];
    while (isPart(children[at + 1 + parts.length])) {
      const part = children[at + 1 + parts.length];
      if (part) parts.push(part);
    }
    const takes =
      parts.length > 1 && !isPart(section) && section.heading !== '' && !guideKind(section.heading);
    if (!takes) {
      adopted.push(section);
      continue;
    }
    const lines = { start: section.lines.start, end: parts.at(-1)?.lines.end ?? section.lines.end };
    adopted.push({ ...section, lines, children: [...section.children, ...parts] });
    at += parts.length;
  }
  return adopted;
}

interface Split {
  readonly body: readonly Block[];
  readonly children: readonly Section[];
}

/** A line of the section: a row of a paragraph, or the first row of anything else. */
interface Line {
  readonly block: number;
  readonly row: number;
  readonly text: Row;
}

const OPENS = /^(?:situations?|context|background|s\d?|setting)\b/i;
const TITLE_NAMES =
  /^(?:(?:star |my )?story|title|name|example|project|scenario|question)(?: (?:title|name))?$/i;

/** Several stories under one heading, or any under none: each begins where its situation does, or the title above it. */
function repeated(section: Section, isTold: boolean): Split | undefined {
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
    return countParts(linesOf(part.body)) > 1 ? { ...part, found: true } : part;
  });
  // A story with a heading of its own is many only where each has its title and parts.
  const areTold = children.every(({ found }, index) => found && starts[index] !== opens[index]);
  if (isTold && !areTold) return undefined;
  return { body: cut(section.body, undefined, lines[starts[0] ?? 0]), children };
}

function linesOf(body: readonly Block[]): Line[] {
  return body.flatMap(({ kind, rows, depth }, block): Line[] => {
    if (kind === 'text') return rows.map((text, row) => ({ block, row, text }));
    const first = rows[0];
    return kind === 'item' && depth === 0 && first ? [{ block, row: 0, text: first }] : [];
  });
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
    if (text && isTitle(text)) return above;
  }
  // Above the first parts of a text, any short line will do.
  const first = lines[0]?.text;
  return after < 0 && at === 1 && first && first.text.split(' ').length <= 12 && !labelOf(first)?.text
    ? 0
    : undefined;
}

/** `**STAR story: The lost order**`, `Story 2: The flood` */
function namesStory(line: Line | undefined): boolean {
  if (!line) return false;
  const name = labelOf(line.text)?.name ?? '';
  return (
    storyHeadingKind(line.text.text) === 'numbered' ||
    (/^(?:(?:star|my) )?story\b/i.test(name) && TITLE_NAMES.test(name)) ||
    /^(?:star |my )?story:\s/i.test(line.text.text)
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

const LEAST_ANSWER = 12;

/** Questions in a list or on lines of their own, some with an account of what happened below. */
function answered(section: Section): Split | undefined {
  const isCompetency = competencyOf(section.heading) !== '';
  const body = section.body.flatMap(byQuestion);
  const starts = body.flatMap((block, at) => (asks(block, isCompetency) ? [at] : []));
  const children: Section[] = [];
  const rest: Block[] = body.slice(0, starts[0] ?? body.length);
  starts.forEach((start, index) => {
    const own = body.slice(start, starts[index + 1] ?? body.length);
    const answer = own.slice(1);
    const text = answer.flatMap(({ rows }) => rows.map((row) => row.text)).join(' ');
    const fits = isCompetency
      ? isAccount(text, LEAST_ANSWER) && !isAnotherQuestion(text)
      : isNarrative(text, 40);
    if (!fits) {
      rest.push(...own);
      return;
    }
    const question = own[0]?.rows ?? [];
    children.push({
      ...child(section, question.map((row) => row.text).join(' '), question, own),
      found: true,
    });
  });
  return children.length === 0 ? undefined : { body: rest, children };
}

function asks({ kind, rows, depth }: Block, isCompetency: boolean): boolean {
  if (rows.length === 0 || (kind !== 'text' && (kind !== 'item' || depth > 0))) return false;
  const text = rows.map((row) => row.text).join(' ');
  return isBehaviouralQuestion(text) || (isCompetency && /\?["”]?$/.test(text));
}

function isAnotherQuestion(text: string): boolean {
  return /\?\W*$/.test(text) && text.split('?').length > 2;
}

/** Parts a question from the answer that goes on in the same paragraph or bullet. */
function byQuestion(block: Block): Block[] {
  const { kind, rows, depth } = block;
  if (rows.length < 2 || (kind !== 'text' && (kind !== 'item' || depth > 0))) return [block];
  let last = 0;
  while (last < rows.length - 1 && goesOn(rows[last], rows[last + 1])) last++;
  const question = rows.slice(0, last + 1);
  if (last === rows.length - 1 || !asks({ ...block, rows: question }, true)) return [block];
  const answer = rows.slice(last + 1);
  return [
    { ...block, rows: question, lines: spanOf(question) },
    ...byQuestion({ kind: 'text', rows: answer, depth: -1, done: undefined, lines: spanOf(answer) }),
  ];
}

/** A line that ends in the middle of a sentence goes on in the next. */
function goesOn(row: Row | undefined, next: Row | undefined): boolean {
  return (
    !/[.?!:]["”’*]*$/.test(row?.text ?? '') && /^\p{Ll}/u.test(next?.text ?? '') && !(next && labelOf(next))
  );
}

/**
 * The section of a story that was found in another's body.
 *
 * @param title rows at the beginning of its body which are its heading
 */
function child(parent: Section, heading: string, title: readonly Row[], body: readonly Block[]): Section {
  const all = spanOf(body);
  return {
    heading: heading.replace(/^[•·*-]\s*/, ''),
    row: undefined,
    depth: parent.depth + 1,
    body: withoutRows(body, title.length),
    meta: [],
    children: [],
    lines: all,
    headingLines: headingOf(parent, title, all),
  };
}

/** Without a title of its own, a story has its name from the heading above. */
function headingOf(parent: Section, title: readonly Row[], all: Lines): Lines {
  if (title.length > 0) return spanOf(title);
  return parent.heading === '' ? { start: all.start, end: all.start } : parent.headingLines;
}

/** Leaves out the first so many rows. */
function withoutRows(body: readonly Block[], count: number): Block[] {
  let left = count;
  return body.flatMap((block) => {
    if (left === 0) return [block];
    const rows = block.rows.slice(left);
    left = Math.max(0, left - block.rows.length);
    if (rows.length === 0) return [];
    return [{ kind: 'text', rows, depth: -1, done: undefined, lines: spanOf(rows) }];
  });
}

/** The blocks from one line up to another, a paragraph cut where it has to be. */
function cut(body: readonly Block[], from: Line | undefined, to: Line | undefined): Block[] {
  return body.flatMap((block, at) => {
    if ((from && at < from.block) || (to && at > to.block)) return [];
    const first = from?.block === at ? from.row : 0;
    const last = to?.block === at ? to.row : block.rows.length;
    if (first === 0 && last >= block.rows.length) return to?.block === at && to.row === 0 ? [] : [block];
    const rows = block.rows.slice(first, last);
    return rows.length === 0 ? [] : [{ ...block, rows, lines: spanOf(rows) }];
  });
}

function spanOf(parts: readonly { readonly lines: Lines }[]): Lines {
  return { start: parts[0]?.lines.start ?? 1, end: parts.at(-1)?.lines.end ?? 1 };
}
