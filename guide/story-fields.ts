import type { StoryDraft } from './drafts.ts';
import type { Piece } from './groups.ts';
import { labelOf } from './labels.ts';
import { splitList } from './lists.ts';
import { metricOf, metricOfRow } from './metrics.ts';
import { personOf, personOfRow } from './people.ts';
import { unquote } from './quotes.ts';
import { type StoryKind, storyKind } from './sections.ts';
import { isOnlyTime, parseSeconds } from './target.ts';
import type { Item, Lines } from './types.ts';

/** `intro` stands under the story's own heading; `notes` also under a name that is not in the table. */
export type FieldKind = StoryKind | 'intro';

/** Keeps a piece that fits no field. */
export function note(story: StoryDraft, piece: Piece): void {
  if (piece.text !== '') story.notes.push(itemOf(piece));
}

/**
 * Puts one piece of text into the field it belongs to.
 *
 * @param label of its group where the piece is the first one below it, else `''`
 */
export function readField(piece: Piece, kind: FieldKind, label: string, story: StoryDraft): void {
  switch (kind) {
    case 'values':
      addAll(story.values, piece);
      return;
    case 'tags':
      addAll(story.tags, piece);
      return;
    case 'answers':
      addAll(story.answers, piece, sentences);
      return;
    case 'theme':
      if (label === '') note(story, piece);
      else readTheme(piece, story);
      return;
    case 'target':
      readTarget(piece, story);
      return;
    case 'metrics': {
      const metrics =
        piece.kind === 'text' ? splitList(piece.text).map(metricOf) : [metricOfRow(whole(piece))];
      story.metrics.push(...metrics.map((metric) => ({ ...metric, lines: piece.lines })));
      return;
    }
    case 'people': {
      const people =
        piece.kind === 'text' ? splitList(piece.text).map(personOf) : [personOfRow(whole(piece))];
      story.people.push(...people.map((person) => ({ ...person, lines: piece.lines })));
      return;
    }
    case 'hooks':
      for (const item of quotations(piece)) story.hooks.push(item);
      return;
    case 'script':
      story.script.push(itemOf(piece));
      return;
    case 'points':
      readPoint(piece, story);
      return;
    case 'star':
      addToPart(story, piece);
      return;
    case 'connection':
      if (!story.connection) story.connection = { text: unquote(piece.text), lines: piece.lines };
      else note(story, piece);
      return;
    case 'intro':
      if (readReferences(piece, story)) return;
      if (piece.kind === 'cells' || piece.kind === 'verbatim') note(story, piece);
      else if (piece.text !== '') story.intro.push(itemOf(piece));
      return;
    case 'frame':
    case 'notes':
      if (!readReferences(piece, story)) note(story, piece);
      return;
  }
}

/** The last label says most surely what the theme is; that of the heading becomes a tag. */
function readTheme(piece: Piece, story: StoryDraft): void {
  if (story.theme !== '' && story.theme !== piece.text) {
    story.tags.push({ text: story.theme, lines: story.themeLines });
  }
  story.theme = piece.text;
  story.themeLines = piece.lines;
}

function readTarget(piece: Piece, story: StoryDraft): void {
  const seconds = parseSeconds(piece.text);
  if (seconds) story.target = { ...seconds, lines: piece.lines };
  else story.badTarget = itemOf(piece);
  if (!isOnlyTime(piece.text)) note(story, piece);
}

function readPoint(piece: Piece, story: StoryDraft): void {
  if (piece.text === '') return;
  const { lines, text } = piece;
  const own = piece.kind === 'verbatim' ? undefined : labelOf(whole(piece));
  const point =
    own && own.text !== '' ? { label: own.name, text: own.text, lines } : { label: '', text, lines };
  // A point below a point is detail: it is kept, but not among the few that are read at a glance.
  if (piece.depth > 0) story.notes.push(itemOf(piece));
  else story.points.push(point);
  if (/\bconnections?$|^connections? to\b/i.test(point.label) && !story.connection)
    story.connection = { text: point.text, lines };
}

const LETTERS: Readonly<Record<string, string>> = { s: 'Situation', t: 'Task', a: 'Action', r: 'Result' };

/** Begins a part: what is read from now on under no label of its own belongs to it. */
export function openPart(story: StoryDraft, label: string, lines: Lines): void {
  const plain = label
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*:$/, '')
    .trim();
  const letter = plain.match(/^([star])\d?\s*(?:$|[–—:(-])/i)?.[1]?.toLowerCase() ?? '';
  const named = LETTERS[letter] ?? plain.replace(/^(situation|task|action|result)s?\s*[(–—-].*$/i, '$1');
  const known = storyKind(named) === 'star' ? named.charAt(0).toUpperCase() + named.slice(1) : named;
  story.parts.push({ label: known, lines, pieces: [] });
}

function addToPart(story: StoryDraft, piece: Piece): void {
  if (piece.text === '') return;
  if (story.parts.length === 0) openPart(story, '', piece.lines);
  const depth = piece.kind === 'item' ? Math.max(0, piece.depth) : 0;
  story.parts.at(-1)?.pieces.push({ ...itemOf(piece), depth });
}

const HASHTAGS = /^(?:#[\p{L}\p{N}_/-]+[\s,;·|]*)+$/u;
const WIKI_LINKS = /^(?:[^\p{L}\p{N}[]*\[\[[^[\]]+\]\])+[^\p{L}\p{N}]*$/u;

/** Hashtags and wiki links that stand alone are tags; a link into a page of principles is a value. */
function readReferences({ text, lines }: Piece, story: StoryDraft): boolean {
  const look = text.slice(0, 500);
  if (HASHTAGS.test(look)) {
    for (const [tag] of text.matchAll(/[\p{L}\p{N}_/-]+/gu)) story.tags.push({ text: tag, lines });
    return true;
  }
  if (!WIKI_LINKS.test(look)) return false;
  for (const [, link = ''] of text.matchAll(/\[\[([^[\]]+)\]\]/g)) {
    const item = { text: linkText(link), lines };
    (/\b(?:principle|value)s?\b/i.test(link) ? story.values : story.tags).push(item);
  }
  return true;
}

/** \`page#heading|words\` is shown by its words, else by its heading, else by its page. */
function linkText(link: string): string {
  const [target = '', words] = link.split('|');
  return (words ?? target.split('#').at(-1) ?? target).trim();
}

/** Questions hold commas; several on a line are parted by their question marks. */
function sentences(text: string): string[] {
  return text.includes('?') && !/["“]/.test(text) ? text.split(/(?<=[.?])\s+/) : splitList(text);
}

function addAll(items: Item[], piece: Piece, split: (text: string) => string[] = splitList): void {
  const hashtags = HASHTAGS.test(piece.text.slice(0, 500)) ? piece.text.match(/#[\p{L}\p{N}_/-]+/gu) : null;
  const parts = hashtags ?? (piece.kind === 'text' ? split(piece.text) : [piece.text]);
  for (const part of parts) {
    const text = unquote(part)
      .replace(/^#(?=\S)/, '')
      .replace(/^\[\[([^[\]]+)\]\]$/, (_, link: string) => linkText(link));
    if (text !== '') items.push({ text, lines: piece.lines });
  }
}

/** Hooks stand one to a list item, or one to a line where every line is a quotation. */
function quotations(piece: Piece): Item[] {
  const each = piece.rows.map(({ text, lines }) => ({ text: unquote(text), lines }));
  const quoted = piece.rows.every((row, index) => row.text !== each[index]?.text);
  const items = piece.kind === 'text' && quoted ? each : [{ text: unquote(piece.text), lines: piece.lines }];
  return items.filter((item) => item.text !== '');
}

/** The piece as one row, for its label: an item may go on over several lines. */
function whole(piece: Piece): Piece['row'] {
  const rest = [piece.row.rest, ...piece.rows.slice(1).map((row) => row.text)].join(' ').trim();
  return { text: piece.text, bold: piece.row.bold, rest, lines: piece.lines };
}

function itemOf(piece: { readonly text: string; readonly lines: Lines }): Item {
  return { text: piece.text, lines: piece.lines };
}
