import type { Block } from './blocks.ts';
import type { TableCard } from './card-tables.ts';
import { emptyDraft, type StoryDraft } from './drafts.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Group, groupsOf, type Place, textPiece } from './groups.ts';
import { type Label, labelOf } from './labels.ts';
import type { Ledger } from './ledger.ts';
import { isBehaviouralQuestion } from './prose.ts';
import { type GuideKind, guideKind, storyKind } from './sections.ts';
import { type FieldKind, note, openPart, readField } from './story-fields.ts';
import { parseStoryHeading } from './story-heading.ts';
import { timeInHeading } from './target.ts';
import type { Section } from './tree.ts';

/** `aside` belongs to the guide as a whole. */
type Kind = FieldKind | 'aside';

/** Sections that belong to the guide even where they stand inside a story. */
const OUTSIDE: ReadonlySet<GuideKind> = new Set([
  'checklist',
  'recovery',
  'unprepared',
  'thinking',
  'phrases',
  'reminder',
]);

/** A part of a story's section that the reader of the guide has to read. */
export type Aside = Section | Group<GuideKind>;

const ONE_LINE: ReadonlySet<Kind> = new Set<Kind>([
  'theme',
  'values',
  'tags',
  'answers',
  'target',
  'metrics',
  'people',
  'hooks',
]);

/** What a list item under the heading may open: `- **Time:** 45 seconds`. */
const BY_ITEM: ReadonlySet<Kind> = new Set<Kind>([...ONE_LINE, 'connection', 'star']);

/**
 * @param section a story's section or its quick-reference card
 * @param ledger is told of every line that finds a place
 * @param meta front matter and hashtags that stand above it
 * @returns the story, and what stands in its section but belongs to the guide as a whole
 */
export function readStory(
  section: Section,
  ledger: Ledger,
  meta: readonly Block[] = [],
): { story: StoryDraft; asides: Aside[] } {
  const story = emptyDraft();
  const asides: Aside[] = [];
  const heading = parseStoryHeading(section.heading);
  story.number = heading.number;
  story.theme = heading.theme;
  story.themeLines = section.headingLines;
  story.title = heading.title;
  story.lines = [section.lines];
  story.headingLine = section.headingLines.start;
  if (heading.seconds) story.target = { ...heading.seconds, lines: section.headingLines };
  if (isBehaviouralQuestion(heading.title))
    story.answers.push({ text: heading.title, lines: section.headingLines });
  ledger.place(section.headingLines);
  for (const block of meta) {
    ledger.place(block.lines);
    if (block.meta) readFrontMatter(block, story);
    else readField(textPiece(block.rows), 'intro', '', story);
  }
  readSection(section, 'intro', { story, asides, ledger });
  return { story, asides };
}

/** Reads the cells of a quick-reference table into its cards. */
export function readTableCards(cards: readonly TableCard[]): StoryDraft[] {
  for (const { story, fields } of cards) {
    for (const { kind, row } of fields) {
      readField(textPiece([row]), kind, kind, story);
    }
  }
  return cards.map(({ story }) => story);
}

interface Reading {
  readonly story: StoryDraft;
  readonly asides: Aside[];
  readonly ledger: Ledger;
}

function readSection(section: Section, base: Kind, reading: Reading): void {
  const groups = groupsOf<Kind>(section.body, {
    base,
    oneLine: (kind) => ONE_LINE.has(kind),
    opens: (label, place) => opens(label, place, base),
  });
  for (const group of groups) readGroup(group, reading);
  for (const child of section.children) readChild(child, base, reading);
}

function opens(
  label: Label,
  { current, item, opensList, afterRule }: Place<Kind>,
  base: Kind,
): Kind | undefined {
  const known = storyKind(label.name);
  if (item) {
    const field = known && BY_ITEM.has(known) ? known : undefined;
    return current !== 'points' && base === 'intro' ? field : undefined;
  }
  const isPart = known === 'star' && /^(?:situation|task|action|result|[star])$/i.test(label.name);
  const stands =
    isPart || label.bold || opensList || (label.text !== '' && (current !== 'script' || afterRule));
  if (isAside(label.name)) return stands ? 'aside' : undefined;
  // Within a part of its own, only a bold name begins the next one.
  if (known === 'star' && base === 'notes') return stands && label.bold ? 'notes' : undefined;
  if (known) return stands && (base !== 'star' || label.bold) ? known : undefined;
  if (!label.bold || current === 'script' || base === 'star') return undefined;
  // Among STAR labels, one more label (`**Trade-off**`) is one more point; a question is a follow-up.
  return current === 'star' && !label.name.endsWith('?') ? 'star' : 'notes';
}

function isAside(name: string): boolean {
  const kind = guideKind(name);
  return kind !== undefined && OUTSIDE.has(kind) && storyKind(name) === undefined;
}

function readChild(child: Section, base: Kind, reading: Reading): void {
  const { story, asides, ledger } = reading;
  if (isAside(child.heading)) {
    asides.push(child);
    return;
  }
  ledger.place(child.headingLines);
  const inline = child.row && labelOf(child.row);
  const inlineKind = inline && inline.text !== '' ? storyKind(inline.name) : undefined;
  if (inline && inlineKind) {
    const row = { text: inline.text, bold: '', rest: inline.text, lines: child.headingLines };
    readGroup(
      { kind: inlineKind, label: inline.name, lines: child.headingLines, pieces: [textPiece([row])] },
      reading,
    );
    readSection(child, 'intro', reading);
    return;
  }
  const kind = storyKind(child.heading);
  const { seconds } = timeInHeading(child.heading);
  if (seconds && !story.target) story.target = { ...seconds, lines: child.headingLines };
  if (kind === 'star') {
    readStarSection(child, reading);
    return;
  }
  if (kind === 'frame') {
    readSection(child, 'intro', reading);
    return;
  }
  if ((!kind || kind === 'notes') && child.heading !== '') {
    const item = { text: child.heading, lines: child.headingLines };
    if (base === 'star') story.parts.at(-1)?.pieces.push({ ...item, depth: 0 });
    else story.notes.push(item);
  }
  const unknown = base === 'intro' && !hasParts(child) ? 'notes' : base;
  readSection(child, kind ?? unknown, reading);
}

/** Whether a section of another name holds the parts themselves, and not just a word that names one. */
function hasParts({ body }: Section): boolean {
  const names = body.flatMap(({ rows }) => rows.map((row) => labelOf(row)?.name ?? ''));
  return names.filter((name) => /^(?:situation|task|action|result|[star])s?\b/i.test(name)).length > 1;
}

/** `### Situation` with text below. */
function readStarSection(child: Section, reading: Reading): void {
  const { parts, notes } = reading.story;
  openPart(reading.story, child.heading, child.headingLines);
  const part = parts.at(-1);
  readSection(child, 'star', reading);
  // An empty part is still one that its writer named.
  if (part?.pieces.length === 0 && parts.at(-1) === part) {
    parts.pop();
    notes.push({ text: part.label, lines: child.headingLines });
  }
}

function readGroup(group: Group<Kind>, reading: Reading): void {
  const { story, ledger } = reading;
  const { kind, label, lines, pieces } = group;
  if (kind === 'aside') {
    const aside = guideKind(label);
    if (aside) reading.asides.push({ ...group, kind: aside });
    return;
  }
  if (lines) ledger.place(lines);
  if (label !== '' && (kind === 'notes' || (kind === 'star' && pieces.length === 0))) {
    readUnknown(group, story, ledger);
    return;
  }
  if (kind === 'star' && label !== '') openPart(story, label, lines ?? { start: 1, end: 1 });
  pieces.forEach((piece, index) => {
    ledger.place(piece.lines);
    readField(piece, kind, index === 0 ? label : '', story);
  });
}

/** A label that is not in the table is kept, in front of its text where that follows at once. */
function readUnknown({ label, lines, pieces }: Group<Kind>, story: StoryDraft, ledger: Ledger): void {
  const [first, ...others] = pieces;
  const at = lines ?? first?.lines ?? { start: 1, end: 1 };
  if (pieces.length > 1 && pieces.every(({ text }) => isBehaviouralQuestion(text))) {
    // Whatever the writer calls them, these are what the story answers.
    story.notes.push({ text: label, lines: at });
    for (const piece of pieces) {
      ledger.place(piece.lines);
      readField(piece, 'answers', '', story);
    }
    return;
  }
  const joined = first?.kind === 'text' && first.lines.start <= at.end + 1 ? first : undefined;
  if (joined) ledger.place(joined.lines);
  story.notes.push({
    text: joined ? `${label}${label.endsWith('?') ? '' : ':'} ${joined.text}` : label,
    lines: { start: at.start, end: joined?.lines.end ?? at.end },
  });
  for (const piece of joined ? others : pieces) {
    ledger.place(piece.lines);
    note(story, piece);
  }
}
