import type { Block } from './blocks.ts';
import type { Row } from './rows.ts';
import type { Section } from './tree.ts';
import type { Lines } from './types.ts';

/** A line of the section: a row of a paragraph, or the first row of anything else. */
export interface Line {
  readonly block: number;
  readonly row: number;
  readonly text: Row;
}

/** The lines of a body that may name or begin something. */
export function linesOf(body: readonly Block[]): Line[] {
  return body.flatMap(({ kind, rows, depth }, block): Line[] => {
    if (kind === 'text') return rows.map((text, row) => ({ block, row, text }));
    const first = rows[0];
    return kind === 'item' && depth === 0 && first ? [{ block, row: 0, text: first }] : [];
  });
}

/**
 * The section of a story that was found in another's body.
 *
 * @param title rows at the beginning of its body which are its heading
 */
export function child(
  parent: Section,
  heading: string,
  title: readonly Row[],
  body: readonly Block[],
): Section {
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
export function cut(body: readonly Block[], from: Line | undefined, to: Line | undefined): Block[] {
  return body.flatMap((block, at) => {
    if ((from && at < from.block) || (to && at > to.block)) return [];
    const first = from?.block === at ? from.row : 0;
    const last = to?.block === at ? to.row : block.rows.length;
    if (first === 0 && last >= block.rows.length) return to?.block === at && to.row === 0 ? [] : [block];
    const rows = block.rows.slice(first, last);
    return rows.length === 0 ? [] : [{ ...block, rows, lines: spanOf(rows) }];
  });
}

/** From the first of some parts to the last. */
export function spanOf(parts: readonly { readonly lines: Lines }[]): Lines {
  return { start: parts[0]?.lines.start ?? 1, end: parts.at(-1)?.lines.end ?? 1 };
}
