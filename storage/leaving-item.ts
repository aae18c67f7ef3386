import type { ItemDefinition } from './item.ts';
import { checksum, pack, unpack } from './packed-text.ts';

/** What stood in the editor of a window, and was on disk not yet. */
export interface StoredLeaving {
  readonly text: string;
  /** The revision of the guide that it builds on. */
  readonly basedOn: number;
  /** Length and checksum of the text whose save was under way: it may have become the next revision, or not. */
  readonly saving: { readonly length: number; readonly sum: number } | null;
  /** Stored while the window was open and meant to stay so: it may be there still, with later words. */
  readonly isOpen: boolean;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function validSaving(value: unknown): StoredLeaving['saving'] {
  if (typeof value !== 'object' || value === null) return null;
  const { length, sum } = value as { length?: unknown; sum?: unknown };
  return isCount(length) && isCount(sum) ? { length, sum } : null;
}

/** Whose last words are stored under a key. */
interface LeavingPlace {
  /** The guide that they are of. */
  readonly id: string;
  /** The window that left them. Absent: one of an older Hookline, where all windows shared one key for a guide. */
  readonly window?: string | undefined;
}

/**
 * The last words of a window that had the guide open, under a key of that window: another one that goes at the same
 * time must not write over them. Once the window is gone, who reads the list takes them in.
 */
export function leavingItem({ id, window }: LeavingPlace): ItemDefinition<StoredLeaving> {
  return {
    key: window === undefined ? `leaving.${id}` : `leaving.${id}.${window}`,
    version: 1,
    migrations: [],
    validate: ({ text, basedOn, saving, isOpen }) => {
      const whole = unpack(text);
      if (whole === undefined || !isCount(basedOn)) return undefined;
      return { text: whole, basedOn, saving: validSaving(saving), isOpen: isOpen === true };
    },
  };
}

/** Whose last words are stored under a key; `undefined`: something else, such as what was set aside of them. */
export function placeOfLeaving(key: string): LeavingPlace | undefined {
  const [, id, window] = /^leaving\.([\w-]+)(?:\.([\w-]+))?$/.exec(key) ?? [];
  return id === undefined || window === 'unreadable' ? undefined : { id, window };
}

/** Whether what is stored under a key are the last words of a window that goes. */
export function isLeaving(key: string, stored: unknown): boolean {
  if (placeOfLeaving(key) === undefined || typeof stored !== 'object' || stored === null) return false;
  return !('isOpen' in stored && stored.isOpen === true);
}

/** Last words in the shape in which {@link leavingItem} is stored, under its key. */
export function storedLeaving(
  place: LeavingPlace,
  text: string,
  basedOn: number,
  saving: string | undefined,
  isOpen = false,
): Record<string, unknown> {
  const { key, version } = leavingItem(place);
  const under = saving === undefined ? null : { length: saving.length, sum: checksum(saving) };
  return { [key]: { version, text: pack(text), basedOn, saving: under, ...(isOpen ? { isOpen } : {}) } };
}
