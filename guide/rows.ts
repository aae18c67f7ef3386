import type { Nodes, PhrasingContent } from 'mdast';
import type { Lines } from './types.ts';

/** One line of running text without its Markdown marks. Several lines where a code span or tag spans them. */
export interface Row {
  readonly text: string;
  /** The bold words that the line opens with (`Values:`); `''` when it opens otherwise. */
  readonly bold: string;
  /** What follows the bold words. */
  readonly rest: string;
  readonly lines: Lines;
}

/** How rows get back the text that the parser was not shown. */
export interface Restore {
  /** Added to the parser's line numbers. */
  readonly offset: number;
  /** By line number of the whole text: what the last letter of the line stands for. */
  readonly tails: ReadonlyMap<number, string>;
  /** Length of a line as the parser saw it. */
  length(line: number): number;
  /** The line as written. */
  raw(line: number): string;
}

interface Segment {
  readonly text: string;
  readonly strong: boolean;
}

interface Draft {
  start: number;
  end: number;
  segments: Segment[];
  /** Set where the parser's own text cannot be cut into lines: the row then shows the lines as written. */
  raw: boolean;
}

/** Formatting tags. Others are more likely a placeholder (`<company>`), which the user wants to see. */
const FORMAT_TAG = /^<\/?(?:b|i|u|em|strong|mark|small|sub|sup|span|kbd|font|center)\b[^>]*>$/i;

/** @param nodes the inline content of one paragraph, heading or cell; @returns its rows, in order */
export function rowsOf(nodes: readonly PhrasingContent[], restore: Restore): Row[] {
  const drafts: Draft[] = [];
  // Depth is bounded: the shield lets no paragraph with more than 400 marks through.
  const visit = (node: Nodes, strong: boolean): void => {
    if ('children' in node) {
      const inner = strong || node.type === 'strong';
      for (const child of node.children) visit(child, inner);
    } else addLeaf(drafts, node, strong, restore);
  };
  for (const node of nodes) visit(node, false);
  return drafts.map((draft) => toRow(draft, restore)).filter((row) => row.text !== '');
}

function addLeaf(drafts: Draft[], node: Nodes, strong: boolean, restore: Restore): void {
  if (!node.position) return;
  const first = node.position.start.line + restore.offset;
  const last = node.position.end.line + restore.offset;
  if (node.type === 'text') {
    const pieces = node.value.split('\n');
    pieces.forEach((piece, index) => {
      const line = first + index;
      const toLineEnd = index < pieces.length - 1 || node.position?.end.column === restore.length(line) + 1;
      const tail = toLineEnd ? restore.tails.get(line) : undefined;
      add(drafts, line, { text: tail === undefined ? piece : piece.slice(0, -1) + tail, strong });
    });
    return;
  }
  const draft = add(drafts, first, { text: leafText(node), strong });
  if (last > first && node.type !== 'break') {
    draft.end = last;
    draft.raw = true;
  }
}

function add(drafts: Draft[], line: number, segment: Segment): Draft {
  const current = drafts.at(-1);
  if (current && line <= current.end) {
    current.segments.push(segment);
    return current;
  }
  const draft: Draft = { start: line, end: line, segments: [segment], raw: false };
  drafts.push(draft);
  return draft;
}

function leafText(node: Nodes): string {
  if (node.type === 'inlineCode') return node.value;
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : node.value.replace(FORMAT_TAG, '');
  if (node.type === 'image') return node.alt || node.url;
  if (node.type === 'imageReference') return node.alt || node.identifier;
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
  return '';
}

function toRow({ start, end, segments, raw }: Draft, restore: Restore): Row {
  const lines = { start, end };
  if (raw) {
    const written: string[] = [];
    for (let line = start; line <= end; line++) written.push(restore.raw(line));
    return { text: tidy(written.join(' ')), bold: '', rest: tidy(written.join(' ')), lines };
  }
  const words = segments.filter((segment) => segment.text !== '');
  const opening = words.findIndex((segment) => !segment.strong);
  const cut = opening < 0 ? words.length : opening;
  const join = (part: readonly Segment[]) => tidy(part.map((segment) => segment.text).join(''));
  return { text: join(words), bold: join(words.slice(0, cut)), rest: join(words.slice(cut)), lines };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
