import { chunkStarts } from './chunks.ts';
import { laterFrontMatter } from './front-matter.ts';
import { chunkBlocks, metaBlock } from './markdown-blocks.ts';
import { quickSections } from './quick-sections.ts';
import type { Row } from './rows.ts';
import { shift } from './shift-blocks.ts';
import { lineAt, type Source } from './source.ts';
import type { Lines } from './types.ts';
import { unfold } from './unfold.ts';

/**
 * The text as a flat run of blocks. Quotes and lists are opened up: a block keeps how deep it stood in
 * lists, which is all that the readers ask for.
 */
export interface Block {
  /** `cells` is one table row; `verbatim` is code, HTML, frontmatter or a link definition, as written. */
  readonly kind: 'heading' | 'text' | 'item' | 'cells' | 'verbatim' | 'rule';
  /** One row per line; for `cells` one per cell. */
  readonly rows: readonly Row[];
  /** Heading level 1 to 6, or for anything else the lists around it: 0 for an item of an outer list. */
  readonly depth: number;
  /** A task's tick; `undefined` for what is no task. */
  readonly done: boolean | undefined;
  readonly lines: Lines;
  /** Set on front matter, which speaks of what stands below it. */
  readonly meta?: true;
}

/** Blocks of pieces of text, by the piece's own text, so that an edit costs what was edited. */
export interface BlockCache {
  /**
   * @param way how the piece is read, and the piece
   * @param start index of its first line in the text
   * @returns its blocks; `null` where it is known that they cannot be read that way; `undefined`: not known
   */
  find(way: string, start: number): readonly Block[] | null | undefined;
  keep(way: string, start: number, blocks: readonly Block[] | null): void;
}

/**
 * @param source the guide's lines
 * @param cache of pieces that were read before
 * @returns every block of the text in order; never throws: should the parser fail on a piece of the text,
 *   each line of that piece is a text block as written
 */
export function blocksOf(source: Source, cache?: BlockCache): Block[] {
  const later = laterFrontMatter(source.lines);
  const lines = withoutLines(source.lines, later);
  const blocks: Block[] = [];
  for (const { start, end, quick } of piecesOf(lines, cache))
    for (const block of quick ?? parsed(lines, start, end, cache)) blocks.push(block);
  const raw = (line: number) => lineAt(source, line);
  for (const range of later) insert(blocks, metaBlock(range, raw));
  // Inside a fence, only what is Markdown of its own is of interest: no front matter, no cutting.
  return unfold(blocks, ({ start, end }) =>
    shift(chunkBlocks(source.lines.slice(start - 1, end).map(levelled), false), start - 1),
  );
}

/** A piece of the text as the parser reads it. */
function parsed(lines: readonly string[], start: number, end: number, cache?: BlockCache): readonly Block[] {
  const piece = lines.slice(start, end);
  const way = cache ? `${start === 0 ? 'first' : 'parser'}\n${piece.join('\n')}` : '';
  const known = cache?.find(way, start);
  if (known) return known;
  const blocks = shift(chunkBlocks(piece, start === 0), start);
  cache?.keep(way, start, blocks);
  return blocks;
}

interface TextPiece {
  readonly start: number;
  readonly end: number;
  /** Its blocks, where they could be read without the parser. */
  readonly quick: readonly Block[] | undefined;
}

/** Sections that need the parser go to it together, for it costs some time to begin. */
function piecesOf(lines: readonly string[], cache: BlockCache | undefined): TextPiece[] {
  const pieces: TextPiece[] = [];
  let slow = -1;
  const flush = (end: number) => {
    if (slow < 0) return;
    const from = slow;
    const cuts = chunkStarts(lines.slice(from, end));
    cuts.forEach((cut, index) => {
      pieces.push({ start: from + cut, end: from + (cuts[index + 1] ?? end - from), quick: undefined });
    });
    slow = -1;
  };
  for (const section of quickSections(lines, cache)) {
    if (section.quick) {
      flush(section.start);
      pieces.push(section);
    } else if (slow < 0) slow = section.start;
  }
  flush(lines.length);
  return pieces;
}

/** Front matter in the middle of a text would be read as a heading over a rule. */
function withoutLines(lines: readonly string[], ranges: readonly Lines[]): readonly string[] {
  if (ranges.length === 0) return lines;
  const rest = [...lines];
  for (const { start, end } of ranges) rest.fill('', start - 1, end);
  return rest;
}

function insert(blocks: Block[], block: Block): void {
  const at = blocks.findIndex((other) => other.lines.start > block.lines.start);
  blocks.splice(at < 0 ? blocks.length : at, 0, block);
}

/** What is indented in a fence is not code once more, and a label there begins a line of its own. */
function levelled(line: string): string {
  return line.replace(/^\s{1,8}(?=[^\s*+\d-])/, '');
}
