import { addState } from './library-history.ts';
import { NO_HISTORY, stateItem } from './library-items.ts';
import { isFull, type ShelfDeps } from './library-shelf.ts';
import type { Budget } from './thin.ts';

/**
 * Stores a new guide whose history begins with the text that it was mended from, all in one batch.
 *
 * @param main the guide's text, and the list with it
 * @returns whether that text is in the history; `false`: there is no room for it, and the guide is stored without
 */
export async function storeBeginning(
  id: string,
  original: string,
  main: Record<string, unknown>,
  { area, now }: Pick<ShelfDeps, 'area' | 'now'>,
  budget: Budget,
): Promise<boolean> {
  const time = now();
  const beginning = await addState(id, NO_HISTORY, { text: original, savedAt: time }, area, time, budget);
  // A text that alone is over the budget is thinned out at once.
  if (stateItem(id, String(NO_HISTORY.next)).key in beginning.set) {
    try {
      await area.set({ ...beginning.set, ...main });
      return true;
    } catch (error) {
      if (!isFull(error)) throw error;
    }
  }
  await area.set(main);
  return false;
}
