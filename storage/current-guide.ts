import { type Area, understand } from './item.ts';
import { idOfTextKey, libraryItem, textItem } from './library-items.ts';

/** The text that panels show. */
export interface CurrentText {
  /** Tells texts apart: the same for the same revision of the same guide. */
  readonly key: string;
  readonly text: string;
}

/**
 * Reads which guide is current, and its text, and changes nothing: the background looks often, and bringing in,
 * mending and clearing away is for the pages where the user sees it.
 * @returns `undefined` for the guide that ships, also where the user's can't be read
 */
export async function currentText(area: Area): Promise<CurrentText | undefined> {
  const library = understand(libraryItem, (await area.get(libraryItem.key))[libraryItem.key]);
  const id = library?.currentId ?? null;
  if (id === null) return undefined;
  const { key } = textItem(id);
  const stored = understand(textItem(id), (await area.get(key))[key]);
  return stored === undefined ? undefined : { key: `${id} ${stored.revision}`, text: stored.text };
}

/** Whether any of these changed keys may change what {@link currentText} reads. */
export const touchesGuide = (keys: readonly string[]): boolean =>
  keys.some((key) => key === libraryItem.key || idOfTextKey(key) !== undefined);
