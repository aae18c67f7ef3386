import type { StoryDraft } from './drafts.ts';
import { type Group, groupsOf, type Piece } from './groups.ts';
import type { Ledger } from './ledger.ts';
import { splitList } from './lists.ts';
import { type MetricText, metricOf, metricOfRow } from './metrics.ts';
import { type PersonText, personOf, personOfRow } from './people.ts';
import { unquote } from './quotes.ts';
import { type Route, routeColumns } from './routes.ts';
import { type GuideKind, guideKind } from './sections.ts';
import type { Section } from './tree.ts';
import type { ChecklistItem, Item, Lines, Note, PhraseGroup } from './types.ts';

/** Everything that was read, before cards meet their stories and numbers their owners. */
export interface GuideDraft {
  cards: StoryDraft[];
  stories: StoryDraft[];
  phrases: PhraseGroup[];
  recovery: Item[];
  /** `under` is the label they stand under, which may name a story. */
  names: (PersonText & { readonly under: string; readonly lines: Lines })[];
  metrics: (MetricText & { readonly under: string; readonly lines: Lines })[];
  connections: Item[];
  checklist: ChecklistItem[];
  reminder: Item | undefined;
  notes: Note[];
  routes: Route[];
}

/** What a section is read as. */
export type Kind = GuideKind | 'notes';

/** What the readers of sections write to. */
export interface Reading {
  readonly draft: GuideDraft;
  readonly ledger: Ledger;
}

/** Reads what stands under a heading itself. */
export function readBody(section: Section, base: Kind, reading: Reading): void {
  const groups = groupsOf<Kind>(section.body, {
    base,
    oneLine: (kind) => kind === 'reminder',
    opens(label, { item, opensList }) {
      if (item) return undefined;
      const alone = label.text === '' && (opensList || label.bold);
      const kind = guideKind(label.name);
      if (kind === 'reminder') return kind;
      if (kind && kind !== 'cards' && (alone || (label.bold && base !== 'notes'))) return kind;
      return alone && base !== 'notes' ? base : undefined;
    },
  });
  for (const group of groups) readGroup(group, section.heading, reading);
  const isLeaf = section.children.length === 0 && section.body.length === 0;
  if (base === 'notes' && isLeaf && section.heading !== '') {
    // Nothing stands below it, so the heading itself is what the user wrote down.
    reading.draft.notes.push({ heading: section.heading, items: [], lines: section.lines });
  }
}

/** Reads what stands under one label. */
export function readGroup(group: Group<Kind>, sectionHeading: string, reading: Reading): void {
  const { draft, ledger } = reading;
  const { kind, pieces, label, lines } = group;
  if (lines) ledger.place(lines);
  for (const piece of pieces) ledger.place(piece.lines);
  const heading = (label || sectionHeading).replace(/\s*:$/, '');
  const content = pieces.filter((piece) => piece.text !== '');
  if (content.length === 0) {
    if (label !== '') addNote(draft, heading, [], lines ?? { start: 1, end: 1 });
    return;
  }
  // The section's own name says nothing more about its lines; a label or heading below it does.
  const under = [label, sectionHeading].find((name) => name !== '' && guideKind(name) !== kind) ?? '';
  switch (kind) {
    case 'phrases':
    case 'unprepared':
    case 'thinking':
      readPhrases(content, heading, label !== '', draft);
      return;
    case 'recovery':
      draft.recovery = [...draft.recovery, ...labelItem(label, lines), ...content.map(quotation)];
      return;
    case 'connections':
      draft.connections = [...draft.connections, ...labelItem(label, lines), ...content.map(quotation)];
      return;
    case 'names':
      for (const piece of entries(content))
        draft.names.push(...people(piece).map((person) => ({ ...person, under })));
      return;
    case 'metrics':
      for (const piece of entries(content))
        draft.metrics.push(...numbers(piece).map((metric) => ({ ...metric, under })));
      return;
    case 'checklist':
      readChecklist(content, under.replace(/\s*:$/, ''), heading, draft);
      return;
    case 'reminder':
      readReminder(content, heading, draft);
      return;
    default:
      readNotes(content, heading, draft);
  }
}

/** A label inside such a section speaks to the user as well: `If a number escapes you:`. */
function labelItem(label: string, lines: Lines | undefined): Item[] {
  return label === '' || !lines || guideKind(label) ? [] : [{ text: label, lines }];
}

function readPhrases(content: readonly Piece[], heading: string, labelled: boolean, draft: GuideDraft): void {
  const isPhrase = (piece: Piece) => piece.kind !== 'text' || labelled || unquote(piece.text) !== piece.text;
  const kind = guideKind(heading);
  const phrases = content.filter(isPhrase).map(quotation);
  const situation = kind === 'unprepared' || kind === 'thinking' ? kind : 'other';
  if (phrases.length > 0) draft.phrases.push({ situation, heading, phrases });
  const prose = content.filter((piece) => !isPhrase(piece));
  if (prose.length > 0) addNote(draft, heading, prose.map(itemOf));
}

function readChecklist(content: readonly Piece[], group: string, heading: string, draft: GuideDraft): void {
  const prose = content.filter((piece) => piece.kind !== 'item');
  for (const piece of content) {
    if (piece.kind === 'item') draft.checklist.push({ ...itemOf(piece), done: piece.done ?? false, group });
  }
  if (prose.length > 0) addNote(draft, heading, prose.map(itemOf));
}

/** The last reminder of the text is the closing one; an earlier one is kept as a note. */
function readReminder(content: readonly Piece[], heading: string, draft: GuideDraft): void {
  const before = draft.reminder;
  if (before) addNote(draft, heading, [before]);
  const lines = { start: content[0]?.lines.start ?? 1, end: content.at(-1)?.lines.end ?? 1 };
  draft.reminder = { text: unquote(content.map((piece) => piece.text).join(' ')), lines };
}

/** Tasks are a checklist wherever they stand. */
function readNotes(content: readonly Piece[], heading: string, draft: GuideDraft): void {
  readRoutes(content, draft);
  const tasks = content.filter((piece) => piece.done !== undefined);
  readChecklist(tasks, heading, heading, draft);
  const items = content.filter((piece) => piece.done === undefined).map(itemOf);
  if (items.length > 0) addNote(draft, heading, items);
}

/** The table itself stays a note: the stories it names may not exist. */
function readRoutes(content: readonly Piece[], draft: GuideDraft): void {
  let columns: ReturnType<typeof routeColumns>;
  content.forEach((piece, index) => {
    if (piece.kind !== 'cells') return;
    const cells = piece.rows.map((row) => row.text);
    if (content[index - 1]?.kind !== 'cells') columns = routeColumns(cells);
    else if (columns) {
      const question = unquote(cells[columns.question] ?? '');
      const to = cells[columns.story] ?? '';
      if (question !== '') draft.routes.push({ question: { text: question, lines: piece.lines }, to });
    }
  });
}

function addNote(draft: GuideDraft, heading: string, items: readonly Item[], at?: Lines): void {
  const lines = at ?? { start: items[0]?.lines.start ?? 1, end: items.at(-1)?.lines.end ?? 1 };
  draft.notes.push({ heading, items, lines });
}

/** Leaves out the head row of every table. */
function entries(content: readonly Piece[]): Piece[] {
  return content.filter((piece, index) => piece.kind !== 'cells' || content[index - 1]?.kind === 'cells');
}

function people(piece: Piece): (PersonText & { lines: Lines })[] {
  const { lines } = piece;
  if (piece.kind === 'text' && piece.row.bold === '')
    return splitList(piece.text).map((part) => ({ ...personOf(part), lines }));
  if (piece.kind !== 'cells') return [{ ...personOfRow(oneRow(piece)), lines }];
  const [name = '', ...role] = piece.rows.map((row) => row.text);
  return [{ name, role: role.filter((cell) => cell !== '').join(', '), lines }];
}

function numbers(piece: Piece): (MetricText & { lines: Lines })[] {
  const { lines } = piece;
  if (piece.kind === 'text' && piece.row.bold === '')
    return splitList(piece.text).map((part) => ({ ...metricOf(part), lines }));
  if (piece.kind !== 'cells') return [{ ...metricOfRow(oneRow(piece)), lines }];
  const [value = '', label = '', ...more] = piece.rows.map((row) => row.text);
  // A third column most often names the story, as a remark in brackets does in a list.
  const remarks = more.filter((cell) => cell !== '').map((cell) => ` (${cell})`);
  return [{ value, label: label + remarks.join(''), lines }];
}

function oneRow(piece: Piece): Piece['row'] {
  const rest = [piece.row.rest, ...piece.rows.slice(1).map((row) => row.text)].join(' ').trim();
  return { text: piece.text, bold: piece.row.bold, rest, lines: piece.lines };
}

function quotation(piece: Piece): Item {
  return { text: unquote(piece.text), lines: piece.lines };
}

function itemOf(piece: Piece): Item {
  return { text: piece.text, lines: piece.lines };
}
