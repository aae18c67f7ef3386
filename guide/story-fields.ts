import type { StoryDraft } from './drafts.ts';
import type { Piece } from './groups.ts';
import { labelOf } from './labels.ts';
import { splitList } from './lists.ts';
import { metricOf, metricOfRow } from './metrics.ts';
import { personOf, personOfRow } from './people.ts';
import { unquote } from './quotes.ts';
import type { StoryKind } from './sections.ts';
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
    case 'star':
      readPoint(piece, label === '' || kind === 'points' ? undefined : label, story);
      return;
    case 'connection':
      if (!story.connection) story.connection = { text: unquote(piece.text), lines: piece.lines };
      else note(story, piece);
      return;
    case 'intro':
      if (/^(?:#[\p{L}\p{N}_/-]+\s*)+$/u.test(piece.text.slice(0, 500))) {
        for (const tag of piece.text.split(/\s+/))
          story.tags.push({ text: tag.replace(/^#/, ''), lines: piece.lines });
        return;
      }
      note(story, piece);
      return;
    case 'notes':
      note(story, piece);
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

function readPoint(piece: Piece, starLabel: string | undefined, story: StoryDraft): void {
  if (piece.text === '') return;
  const { lines, text } = piece;
  const own = piece.kind === 'verbatim' || starLabel ? undefined : labelOf(whole(piece));
  const point =
    starLabel !== undefined
      ? { label: starLabel, text, lines }
      : own && own.text !== ''
        ? { label: own.name, text: own.text, lines }
        : { label: '', text, lines };
  // A point below a point is detail: it is kept, but not among the few that are read at a glance.
  if (piece.depth > 0 && !starLabel) story.notes.push(itemOf(piece));
  else story.points.push(point);
  if (/\bconnections?$|^connections? to\b/i.test(point.label) && !story.connection)
    story.connection = { text: point.text, lines };
}

/** Questions hold commas; several on a line are parted by their question marks. */
function sentences(text: string): string[] {
  return text.includes('?') && !/["“]/.test(text) ? text.split(/(?<=[.?])\s+/) : splitList(text);
}

function addAll(items: Item[], piece: Piece, split: (text: string) => string[] = splitList): void {
  const parts = piece.kind === 'text' ? split(piece.text) : [piece.text];
  for (const part of parts) {
    const text = unquote(part).replace(/^#(?=\S)/, '');
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
