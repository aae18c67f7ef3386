import { type Area, keysIn, type WideArea } from './item.ts';

/** More than a block of the browser's log, which has 32 kB. */
const PAD_LETTERS = 40_000;
const PAD_KEY = 'pad';

/**
 * A storage area whose writes are safe from a write that was cut off.
 *
 * Chromium keeps what is stored in a log of blocks. A kill in the middle of a write leaves half a record at its end;
 * the next browser writes on behind that, and when it is killed in turn, everything in the same block of 32 kB is
 * skipped as damaged: writes that had been answered as stored are lost. So the first write after each start of the
 * browser goes behind a pad that fills the block.
 *
 * @param area where things are stored; @param marks the storage that ends with the browser
 * @param now for a pad that is another one each time: what is stored already is not written again
 */
export function safeArea(
  area: WideArea,
  marks: Area,
  now: () => number,
): WideArea & {
  /** Fills the block now, so that the first write need not wait for that. */
  ready(): Promise<void>;
} {
  let padded: Promise<void> | undefined;

  async function pad(): Promise<void> {
    const { padded: isDone } = await marks.get('padded');
    if (isDone === true) return;
    await area.set({ [PAD_KEY]: `${now()}`.padEnd(PAD_LETTERS, '.') });
    await area.remove([PAD_KEY]);
    await marks.set({ padded: true });
  }

  /** A pad that found no room must not stop what comes after: that may find some. */
  const ready = () => {
    padded ??= pad().catch(() => {
      padded = undefined;
    });
    return padded;
  };

  return {
    ready,
    get: (keys) => area.get(keys),
    ...(area.getKeys === undefined ? {} : { getKeys: () => keysIn(area) }),
    async set(items) {
      await ready();
      await area.set(items);
    },
    async remove(keys) {
      await ready();
      await area.remove(keys);
    },
  };
}
