import type { Block, BlockCache } from './blocks.ts';
import { sectionStarts } from './chunks.ts';
import { chunkBlocks } from './markdown-blocks.ts';
import { blockOf, isSlow, quickBlocks, type Slow } from './quick-blocks.ts';
import { shift } from './shift-blocks.ts';

/** A section of the text, from one line (an index) up to another. */
export interface QuickSection {
  readonly start: number;
  readonly end: number;
  /** `undefined` where all of it needs the parser. */
  readonly quick: readonly Block[] | undefined;
}

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly mixed: readonly (Block | Slow)[] | undefined;
  /** How it is kept; `''` where it is known already, or nothing is kept. */
  readonly way: string;
}

/**
 * Reads a text section by section, with as little of the Markdown parser as can be.
 *
 * @param lines the text's lines; @param cache of sections that were read before
 */
export function quickSections(lines: readonly string[], cache: BlockCache | undefined): QuickSection[] {
  const starts = sectionStarts(lines);
  const drafts = starts.map((start, index) =>
    draftOf(lines, start, starts[index + 1] ?? lines.length, cache),
  );
  const answers = answersTo(drafts);
  return drafts.map(({ start, end, mixed, way }) => {
    const quick = mixed && settled(mixed, answers);
    if (way !== '') cache?.keep(way, start, quick ?? null);
    return { start, end, quick };
  });
}

function draftOf(lines: readonly string[], start: number, end: number, cache: BlockCache | undefined): Draft {
  // Front matter is the parser's.
  if (start === 0 && /^---\s*$/.test(lines[0] ?? '')) return { start, end, mixed: undefined, way: '' };
  const way = cache ? `quick\n${lines.slice(start, end).join('\n')}` : '';
  const known = cache?.find(way, start);
  if (known !== undefined) return { start, end, mixed: known ?? undefined, way: '' };
  return { start, end, mixed: quickBlocks(lines, start, end), way };
}

/** Lines; the parser takes some time to begin, and a time that grows faster than the text. */
const TOGETHER = 60;

/** Has the parser read what quick reading left to it, many small pieces at a time. */
function answersTo(drafts: readonly Draft[]): ReadonlyMap<Slow, readonly Block[]> {
  const answers = new Map<Slow, readonly Block[]>();
  let waiting: Slow[] = [];
  let count = 0;
  const flush = () => {
    parseTogether(waiting, answers);
    waiting = [];
    count = 0;
  };
  for (const { mixed } of drafts) {
    for (const block of mixed ?? []) {
      if (!isSlow(block)) continue;
      if (count > TOGETHER) flush();
      waiting.push(block);
      count += block.texts.length + 1;
    }
  }
  flush();
  return answers;
}

/** A blank line parts each piece from the next, so none has anything to do with another. */
function parseTogether(pieces: readonly Slow[], answers: Map<Slow, readonly Block[]>): void {
  if (pieces.length === 0) return;
  const blocks = chunkBlocks(
    pieces.flatMap(({ texts }) => [...texts, '']),
    false,
  );
  let next = 0;
  let from = 0;
  for (const piece of pieces) {
    const to = from + piece.texts.length;
    const own: Block[] = [];
    for (let block = blocks[next]; block && block.lines.start <= to; block = blocks[next]) {
      own.push(block);
      next++;
    }
    answers.set(piece, shift(own, piece.at - from));
    from = to + 1;
  }
}

/** All of it as blocks; `undefined` where some words turned out to be none. */
function settled(
  mixed: readonly (Block | Slow)[],
  answers: ReadonlyMap<Slow, readonly Block[]>,
): readonly Block[] | undefined {
  const blocks: Block[] = [];
  for (const each of mixed) {
    if (!isSlow(each)) {
      blocks.push(each);
      continue;
    }
    const read = answers.get(each) ?? [];
    if (each.as === undefined) for (const block of read) blocks.push(block);
    else {
      const block = blockOf(each, read);
      if (!block) return undefined;
      blocks.push(block);
    }
  }
  return blocks;
}
