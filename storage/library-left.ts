import type { GuideEntry, Made } from '../state/library-ports.ts';
import { keysIn, takeItem, understand } from './item.ts';
import { isLeaving, leavingItem, placeOfLeaving, type StoredLeaving } from './leaving-item.ts';
import { libraryItem, type StoredLibrary, type StoredText, textItem } from './library-items.ts';
import { type SaveDeps, saveText } from './library-save.ts';
import { copyNameFor, freeNameFor, nameFrom, reasonOf, type Shelf } from './library-shelf.ts';
import { checksum } from './packed-text.ts';
import type { Budget } from './thin.ts';
import { type Windows, whoIsOpen } from './window-words.ts';

/** What taking in last words needs besides the shelf. */
export interface LeftDeps extends SaveDeps {
  readonly budgetFor: (guides: number) => Budget;
  /** Makes a guide; the lock is held. */
  readonly make: (name: string, text: string) => Promise<Made>;
  readonly windows?: Windows;
}

/** Whether a guide is as the window knew it that left these words: nobody else saved anything since. */
function isAsLeft(current: StoredText | undefined, { basedOn, saving }: StoredLeaving): boolean {
  if (current === undefined || current.revision === basedOn) return true;
  return (
    saving !== null &&
    current.revision === basedOn + 1 &&
    current.text.length === saving.length &&
    checksum(current.text) === saving.sum
  );
}

/** Whether last words are in the library now, and what the user is to know. */
interface Taken {
  readonly isSafe: boolean;
  readonly notice?: string;
}

const notYet = (name: string, reason: string): Taken => ({
  isSafe: false,
  notice: `What was typed last in “${name}” before its window was closed could not be taken in yet; it is kept. ${reason}`,
});

/** Takes in the last words about one guide. Rejects when the storage fails. */
async function takeIn(
  { id, name }: GuideEntry,
  left: StoredLeaving,
  shelf: Shelf,
  deps: LeftDeps,
): Promise<Taken> {
  const { key } = textItem(id);
  const current = understand(textItem(id), (await deps.area.get(key))[key]);
  if (current?.text === left.text) return { isSafe: true };
  if (isAsLeft(current, left)) {
    const basedOn = current?.revision ?? left.basedOn;
    const saved = await saveText(id, left.text, basedOn, shelf, deps, deps.budgetFor, false);
    return saved.outcome === 'failed' ? notYet(name, saved.reason) : { isSafe: saved.outcome === 'saved' };
  }
  // As it is now: the words of another window may just have become a copy, too.
  const { library } = await shelf.takeLibrary(await deps.area.get([libraryItem.key]));
  const made = await deps.make(copyNameFor(id, library), left.text);
  if (made.outcome === 'failed') return notYet(name, made.reason);
  const notice = `“${name}” was changed in another window while something of it was not saved yet in one that is closed now. The text of that window is kept as “${made.entry.name}”.`;
  return { isSafe: true, notice };
}

/** Makes a guide of the last words about one that is in the list no more. Rejects when the storage fails. */
async function takeInAnew({ text }: StoredLeaving, shelf: Shelf, deps: LeftDeps): Promise<Taken> {
  const { library } = await shelf.takeLibrary(await deps.area.get([libraryItem.key]));
  const name = nameFrom(text);
  const made = await deps.make(freeNameFor('', name, library), text);
  if (made.outcome === 'failed') return notYet(name, made.reason);
  const notice = `A guide was cleared away while another window had changes of it that were not saved. The text of that window is kept as “${made.entry.name}”.`;
  return { isSafe: true, notice };
}

/** Takes in last words; what fails is a sentence: the list is to be had all the same. */
function attempt(entry: GuideEntry | undefined, left: StoredLeaving, shelf: Shelf, deps: LeftDeps) {
  const taken = entry === undefined ? takeInAnew(left, shelf, deps) : takeIn(entry, left, shelf, deps);
  return taken.catch((error) => notYet(entry?.name ?? nameFrom(left.text), reasonOf(error)));
}

/**
 * Takes in what windows had in their editors and not on disk when they went: as the guide's text, as a copy where
 * somebody else saved since, or as a guide where theirs was cleared away. To be called with the lock held.
 * @returns whether the list may have changed, and sentences for the user
 */
export async function takeLeft(
  library: StoredLibrary,
  shelf: Shelf,
  deps: LeftDeps,
): Promise<{ readonly isChanged: boolean; readonly notices: readonly string[] }> {
  const { area, now, windows } = deps;
  const places = (await keysIn(area)).flatMap((key) => placeOfLeaving(key) ?? []);
  if (places.length === 0) return { isChanged: false, notices: [] };
  // Asked before and after reading: what a window stores until it goes is read then, and one that comes is seen.
  const wasOpen = await whoIsOpen(windows);
  const found = await area.get(places.map((place) => leavingItem(place).key));
  const isOpen = await whoIsOpen(windows);
  const notices: string[] = [];
  for (const place of places) {
    const entry = library.entries.find(({ id }) => id === place.id);
    const of = entry === undefined ? 'a guide that was cleared away' : `“${entry.name}”`;
    const item = leavingItem(place);
    const isInUse = wasOpen(place.window) || isOpen(place.window);
    if (isInUse && !isLeaving(item.key, found[item.key])) continue;
    const { value, setAside } = await takeItem(item, found, area, now);
    if (setAside !== undefined)
      notices.push(
        `What was typed last in ${of} could not be read. It is kept as it was, under “${setAside}”.`,
      );
    const taken = value === undefined ? undefined : await attempt(entry, value, shelf, deps);
    if (taken?.notice !== undefined) notices.push(taken.notice);
    // Not before it is in the library for certain. Killed before this, the next start finds the same words.
    if (setAside !== undefined || taken?.isSafe) await area.remove([item.key]);
  }
  return { isChanged: Object.keys(found).length > 0, notices };
}
