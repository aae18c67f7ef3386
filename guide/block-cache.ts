import { type Block, type BlockCache, shift } from './blocks.ts';

interface Entry {
  readonly start: number;
  readonly blocks: readonly Block[] | undefined;
}

/** Remembers the pieces of the last two texts, and no others. */
export function createBlockCache(): BlockCache & { turn(): void } {
  let before = new Map<string, Entry>();
  let now = new Map<string, Entry>();
  return {
    get(way, start, read) {
      const known = now.get(way) ?? before.get(way);
      const entry = known ? moved(known, start) : { start, blocks: read() };
      now.set(way, entry);
      return entry.blocks;
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
