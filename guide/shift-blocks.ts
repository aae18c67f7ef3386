import type { Block } from './blocks.ts';
import type { Lines } from './types.ts';

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
