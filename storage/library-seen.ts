import type { Done } from '../state/library-ports.ts';
import { understand, type WideArea } from './item.ts';
import { takeHistory, textOfState } from './library-history.ts';
import { historyItem, libraryItem, textItem } from './library-items.ts';
import { failed, type Shelf, type ShelfDeps } from './library-shelf.ts';
import { seenItem, seenOf, withSeen } from './seen-item.ts';

/** Notes that a panel has read `text`, unless it has been replaced meanwhile. To be called with the lock held. */
export async function noteSeen(id: string, text: string, shelf: Shelf, { area }: ShelfDeps): Promise<Done> {
  const found = await area.get([libraryItem.key, textItem(id).key, seenItem.key]);
  const current = understand(textItem(id), found[textItem(id).key]);
  if (current?.text !== text) return failed('This is not the text of the guide any more.');
  const { value: seen } = await shelf.take(seenItem, found);
  const { revision, savedAt } = current;
  const known = seenOf(seen, id);
  if (known?.revision === revision && known.savedAt === savedAt) return { outcome: 'done' };
  const { library } = await shelf.takeLibrary(found);
  const ids = library.entries.map((entry) => entry.id);
  await area.set(withSeen(seen, { id, revision, savedAt }, ids));
  return { outcome: 'done' };
}

/**
 * @returns the text of a guide that a panel read last, where the guide has another one now; `undefined` where
 *   it has the same, no panel ever read it, or it is kept no more
 */
export async function textSeenBefore(
  id: string,
  area: WideArea,
  now: () => number,
): Promise<string | undefined> {
  const found = await area.get([textItem(id).key, historyItem(id).key, seenItem.key]);
  const seen = seenOf(understand(seenItem, found[seenItem.key]), id);
  const current = understand(textItem(id), found[textItem(id).key]);
  if (seen === undefined || current === undefined) return undefined;
  if (current.revision === seen.revision && current.savedAt === seen.savedAt) return undefined;
  const { states } = await takeHistory(id, found, area, now);
  const state = states.findLast(({ at }) => at === seen.savedAt);
  return state && textOfState(id, state.id, async (key) => (await area.get(key))[key]);
}
