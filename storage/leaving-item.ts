import type { ItemDefinition } from './item.ts';
import { checksum, pack, unpack } from './packed-text.ts';

/** What stood in the editor, and was on disk not yet, when its window went. */
export interface StoredLeaving {
  readonly text: string;
  /** The revision of the guide that it builds on. */
  readonly basedOn: number;
  /** Length and checksum of the text whose save was under way: it may have become the next revision, or not. */
  readonly saving: { readonly length: number; readonly sum: number } | null;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function validSaving(value: unknown): StoredLeaving['saving'] {
  if (typeof value !== 'object' || value === null) return null;
  const { length, sum } = value as { length?: unknown; sum?: unknown };
  return isCount(length) && isCount(sum) ? { length, sum } : null;
}

/** The last words of a window that had the guide open. There for a moment only: who reads the list takes them in. */
export function leavingItem(id: string): ItemDefinition<StoredLeaving> {
  return {
    key: `leaving.${id}`,
    version: 1,
    migrations: [],
    validate: ({ text, basedOn, saving }) => {
      const whole = unpack(text);
      if (whole === undefined || !isCount(basedOn)) return undefined;
      return { text: whole, basedOn, saving: validSaving(saving) };
    },
  };
}

/** Whether last words are stored under a key, and not what was set aside of them. */
export const isLeaving = (key: string): boolean => /^leaving\.[\w-]+$/.test(key);

/** Last words in the shape in which {@link leavingItem} is stored, under its key. */
export function storedLeaving(
  id: string,
  text: string,
  basedOn: number,
  saving: string | undefined,
): Record<string, unknown> {
  const { key, version } = leavingItem(id);
  const under = saving === undefined ? null : { length: saving.length, sum: checksum(saving) };
  return { [key]: { version, text: pack(text), basedOn, saving: under } };
}
