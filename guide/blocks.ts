import type { Heading, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { chunkStarts, sectionStarts } from './chunks.ts';
import { laterFrontMatter } from './front-matter.ts';
import { quickBlocks } from './quick-blocks.ts';
import { type Restore, type Row, rowsOf } from './rows.ts';
import { shield } from './shield.ts';
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
   * @param read gives its blocks, or `undefined` where it cannot be read that way
   */
  get(way: string, start: number, read: () => readonly Block[] | undefined): readonly Block[] | undefined;
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
  for (const { start, end, quick } of piecesOf(lines, cache)) {
    const piece = lines.slice(start, end);
    const read = () => shift(chunkBlocks(piece, start === 0), start);
    const way = start === 0 ? 'first' : 'parser';
    const own = quick ?? (cache ? cache.get(`${way}\n${piece.join('\n')}`, start, read) : read());
    for (const block of own ?? []) blocks.push(block);
  }
  const raw = (line: number) => lineAt(source, line);
  for (const range of later) insert(blocks, metaBlock(range, raw));
  // Inside a fence, only what is Markdown of its own is of interest: no front matter, no cutting.
  return unfold(blocks, ({ start, end }) =>
    shift(chunkBlocks(source.lines.slice(start - 1, end).map(levelled), false), start - 1),
  );
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
  const starts = sectionStarts(lines);
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
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const read = () =>
      start === 0 && /^---\s*$/.test(lines[0] ?? '') ? undefined : quickBlocks(lines, start, end);
    const way = start === 0 ? 'quick first' : 'quick';
    const quick = cache ? cache.get(`${way}\n${lines.slice(start, end).join('\n')}`, start, read) : read();
    if (quick) {
      flush(start);
      pieces.push({ start, end, quick });
    } else if (slow < 0) slow = start;
  });
  flush(lines.length);
  return pieces;
}

/** The same blocks, so many lines further down. */
export function shift(blocks: readonly Block[], by: number): Block[] {
  if (by === 0) return [...blocks];
  const moved = ({ start, end }: Lines): Lines => ({ start: start + by, end: end + by });
  return blocks.map((block) => ({
    ...block,
    rows: block.rows.map((row) => ({
      text: row.text,
      bold: row.bold,
      rest: row.rest,
      lines: moved(row.lines),
    })),
    lines: moved(block.lines),
  }));
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

function metaBlock(lines: Lines, raw: (line: number) => string): Block {
  return { kind: 'verbatim', rows: writtenRows(lines, raw), depth: -1, done: undefined, lines, meta: true };
}

/** @param lines a piece of text; @returns its blocks, lines counted from its first */
function chunkBlocks(written: readonly string[], atStart: boolean): Block[] {
  const { lines, tails } = shield({ lines: written });
  const restore: Restore = {
    offset: 0,
    tails,
    length: (line) => lines[line - 1]?.length ?? 0,
    raw: (line) => written[line - 1]?.trim() ?? '',
  };
  try {
    return flatten(parseMarkdown(lines.join('\n'), atStart), restore);
  } catch {
    return writtenRows({ start: 1, end: written.length }, restore.raw).map((row) => textBlock([row]));
  }
}

/** What is indented in a fence is not code once more, and a label there begins a line of its own. */
function levelled(line: string): string {
  return line.replace(/^\s{1,8}(?=[^\s*+\d-])/, '');
}

function parseMarkdown(text: string, atStart: boolean): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmTaskListItem(), ...(atStart ? [frontmatter(['yaml'])] : [])],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      ...(atStart ? [frontmatterFromMarkdown(['yaml'])] : []),
    ],
  });
}

interface Open {
  readonly node: Nodes;
  /** Lists around the node; -1 outside any list. */
  readonly depth: number;
  /** In a quote or list, where a heading cannot open a section. */
  readonly inside: boolean;
}

/** Walks the tree with a stack of its own, so that no depth of nesting can exhaust the call stack. */
function flatten(root: Root, restore: Restore): Block[] {
  const blocks: Block[] = [];
  const stack: Open[] = [{ node: root, depth: -1, inside: false }];
  const push = (nodes: readonly Nodes[], depth: number, inside: boolean) => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node) stack.push({ node, depth, inside });
    }
  };
  for (let open = stack.pop(); open; open = stack.pop()) {
    const { node, depth, inside } = open;
    const lines = linesOf(node, restore);
    if (node.type === 'root' || node.type === 'blockquote') {
      push(node.children, depth, inside || node.type === 'blockquote');
    } else if (node.type === 'list') {
      push(node.children, depth + 1, true);
    } else if (node.type === 'listItem') {
      const [first, ...others] = node.children;
      if (first?.type === 'paragraph') {
        const rows = rowsOf(first.children, restore);
        const own = { start: lines.start, end: linesOf(first, restore).end };
        blocks.push({ kind: 'item', rows, depth, done: node.checked ?? undefined, lines: own });
        push(others, depth, true);
      } else push(node.children, depth, true);
    } else if (node.type === 'heading' && !inside && !isTextOverRule(node, restore)) {
      blocks.push({
        kind: 'heading',
        rows: rowsOf(node.children, restore),
        depth: node.depth,
        done: undefined,
        lines,
      });
    } else if (node.type === 'heading' || node.type === 'paragraph') {
      const rows = rowsOf(node.children, restore);
      // A further paragraph of a list item is read as an item below it.
      if (depth < 0) blocks.push({ ...textBlock(rows), lines });
      else blocks.push({ kind: 'item', rows, depth: depth + 1, done: undefined, lines });
    } else if (node.type === 'table') {
      push(node.children, depth, true);
    } else if (node.type === 'tableRow') {
      const rows = node.children.map((cell) =>
        cellRow(rowsOf(cell.children, restore), linesOf(cell, restore)),
      );
      blocks.push({ kind: 'cells', rows, depth, done: undefined, lines });
    } else if (node.type === 'thematicBreak') {
      blocks.push({ kind: 'rule', rows: [], depth, done: undefined, lines });
    } else if (node.type === 'yaml') blocks.push(metaBlock(lines, restore.raw));
    else {
      blocks.push({ kind: 'verbatim', rows: writtenRows(lines, restore.raw), depth, done: undefined, lines });
    }
  }
  return blocks;
}

/**
 * Markdown takes text right above a `---` or `===` for a heading. Where that is several lines, or a label
 * (`**Time:** 45 seconds`) above `---`, a rule was meant.
 */
function isTextOverRule(node: Heading, restore: Restore): boolean {
  const { start, end } = linesOf(node, restore);
  if (end - start > 1) return true;
  const opensWithLabel = /^\*\*[^*]+:|^[^:]{1,40}:\s/.test(restore.raw(start));
  return end > start && /^-+$/.test(restore.raw(end)) && opensWithLabel;
}

function textBlock(rows: readonly Row[]): Block {
  const lines = { start: rows[0]?.lines.start ?? 1, end: rows.at(-1)?.lines.end ?? 1 };
  return { kind: 'text', rows, depth: -1, done: undefined, lines };
}

/** A cell is one line, and an empty one still holds its column. */
function cellRow(rows: readonly Row[], lines: Lines): Row {
  return rows[0] ?? { text: '', bold: '', rest: '', lines };
}

/** A fence, with the name of a language at most; words after it are kept as text. */
const FENCE = /^[\s>*+-]*(?:`{3,}|~{3,})\s*[\w-]*$|^---$/;

function writtenRows({ start, end }: Lines, raw: (line: number) => string): Row[] {
  const rows: Row[] = [];
  for (let line = start; line <= end; line++) {
    const text = raw(line);
    const isFence = (line === start || line === end) && FENCE.test(text);
    if (text !== '' && !isFence) rows.push({ text, bold: '', rest: text, lines: { start: line, end: line } });
  }
  return rows;
}

function linesOf(node: Nodes, restore: Restore): Lines {
  const start = (node.position?.start.line ?? 1) + restore.offset;
  return { start, end: Math.max(start, (node.position?.end.line ?? 1) + restore.offset) };
}
