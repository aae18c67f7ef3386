import type { Block, BlockCache } from './blocks.ts';
import { shift } from './shift-blocks.ts';

interface Entry {
  readonly start: number;
  readonly blocks: readonly Block[] | null;
}

/** Remembers the pieces of the last two texts, and no others. */
export function createBlockCache(): BlockCache & { turn(): void } {
  let before = new Map<string, Entry>();
  let now = new Map<string, Entry>();
  return {
    find(way, start) {
      const known = now.get(way) ?? before.get(way);
      if (known === undefined) return undefined;
      const entry = moved(known, start);
      now.set(way, entry);
      return entry.blocks;
    },
    keep(way, start, blocks) {
      now.set(way, { start, blocks });
    },
    /** Begins the next text. */
    turn() {
      before = now;
      now = new Map();
    },
  };
}

/** Where lines were added or taken away above, the same blocks stand elsewhere. */
function moved(entry: Entry, start: number): Entry {
  if (entry.start === start) return entry;
  return { start, blocks: entry.blocks && shift(entry.blocks, start - entry.start) };
}
