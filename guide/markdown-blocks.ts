import type { Heading, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Block } from './blocks.ts';
import { type Restore, type Row, rowsOf } from './rows.ts';
import { shield } from './shield.ts';
import type { Lines } from './types.ts';

/** @param lines a piece of text; @returns its blocks, lines counted from its first */
export function chunkBlocks(written: readonly string[], atStart: boolean): Block[] {
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
/** Front matter as one block; `raw` gives a line as written. */
export function metaBlock(lines: Lines, raw: (line: number) => string): Block {
  return { kind: 'verbatim', rows: writtenRows(lines, raw), depth: -1, done: undefined, lines, meta: true };
}
