import type { Block, BlockCache } from './blocks.ts';

/** Remembers the pieces of the last two texts, and no others. */
export function createBlockCache(): BlockCache & { turn(): void } {
  let before = new Map<string, readonly Block[]>();
  let now = new Map<string, readonly Block[]>();
  return {
    get(piece, read) {
      const blocks = now.get(piece) ?? before.get(piece) ?? read();
      now.set(piece, blocks);
      return blocks;
    },
    /** Begins the next text. */
    turn() {
      before = now;
      now = new Map();
    },
  };
}
