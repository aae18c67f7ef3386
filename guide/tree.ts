import type { Block } from './blocks.ts';
import type { Row } from './rows.ts';
import type { Lines } from './types.ts';

/** A heading and all that stands under it, up to the next heading of its level or above. */
export interface Section {
  /** The heading's text; `''` for what stands before the first heading. */
  readonly heading: string;
  readonly row: Row | undefined;
  /** 1 to 6; 0 for the whole text. */
  readonly depth: number;
  /** What stands under the heading itself, before the first heading below it. */
  readonly body: readonly Block[];
  readonly children: readonly Section[];
  /** From the heading to the last line under it that is no rule. */
  readonly lines: Lines;
  /** The heading's own lines. */
  readonly headingLines: Lines;
  /** Front matter that stands above the heading. */
  readonly meta: readonly Block[];
  /** Set on a story that was found in the body of another section, under a question. */
  readonly found?: true;
}

interface Draft extends Section {
  readonly body: Block[];
  readonly meta: Block[];
  readonly children: Draft[];
  lines: Lines;
}

/** @param blocks a text's blocks in order; @returns the whole text as one section of depth 0 */
export function treeOf(blocks: readonly Block[]): Section {
  const root = draft('', undefined, 0, { start: 1, end: 1 });
  const path: Draft[] = [root];
  let meta: Block[] = [];
  for (const block of blocks) {
    if (block.meta) {
      meta.push(block);
      continue;
    }
    if (block.kind === 'heading') {
      while (path.length > 1 && (path.at(-1)?.depth ?? 0) >= block.depth) path.pop();
      const section = draft(headingText(block), block.rows[0], block.depth, block.lines);
      path.at(-1)?.children.push(section);
      section.meta.push(...meta);
      meta = [];
      path.push(section);
    } else path.at(-1)?.body.push(block);
    // A rule at the end parts the section from the next; it says nothing itself.
    if (block.kind === 'rule') continue;
    for (const open of path) open.lines = { start: open.lines.start, end: block.lines.end };
  }
  root.meta.push(...meta);
  return root;
}

function draft(heading: string, row: Row | undefined, depth: number, lines: Lines): Draft {
  return { heading, row, depth, body: [], meta: [], children: [], lines, headingLines: lines };
}

function headingText(block: Block): string {
  return block.rows.map((row) => row.text).join(' ');
}
