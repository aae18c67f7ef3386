import type { GuideEntry, GuideList } from '../state/library-ports.ts';
import type { ItemDefinition } from './item.ts';
import { type Packed, pack, unpack } from './packed-text.ts';
import type { Thinnable } from './thin.ts';

/** The list of guides, with what only the storage needs to know. */
export interface StoredLibrary extends GuideList {
  /** Guides that are out of the list, of which something may still be stored. */
  readonly clearing: readonly string[];
  /** The guide that was brought in from the item of older versions, and its revision at that time. */
  readonly adopted: { readonly id: string; readonly revision: number } | null;
  /** The guide that panels showed when it was deleted, until they were given another: brought back, it is shown. */
  readonly shownBefore: string | null;
}

/** A guide's text as it is now. */
export interface StoredText {
  readonly text: string;
  readonly revision: number;
  readonly savedAt: number;
  /** Whether it goes into the history when it is replaced, however soon: the user asked for this very text. */
  readonly isLasting: boolean;
}

/** One state in the index of a guide's history. */
export interface IndexedState extends Thinnable {
  /** Length of its text in UTF-8 bytes. */
  readonly size: number;
}

/** The index of a guide's history, oldest first. The text as it is now is not in it. */
export interface StoredHistory {
  readonly states: readonly IndexedState[];
  /** States that are dropped but may still be stored. */
  readonly garbage: readonly { readonly id: string; readonly bytes: number }[];
  /** The number that the next state gets; numbers are never used twice. */
  readonly next: number;
  /**
   * The newest state, while it is here only since words went out of the text: it is dropped when the text has them
   * all again. `null`: every state stays.
   */
  readonly passing: string | null;
}

/** One state of a guide's history: whole, or a patch on another state. */
export interface StoredState {
  readonly base: string | null;
  readonly start: number;
  readonly end: number;
  /** The whole text, or what the patch inserts. */
  readonly body: Packed;
  /** Checksum of the whole text. */
  readonly sum: number;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isTimeOrNull = (value: unknown): value is number | null => value === null || isTime(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each element checked; `undefined` when the value is no list or one of them is wrong. */
function listOf<T>(value: unknown, valid: (element: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const checked = value.map(valid);
  return checked.includes(undefined) ? undefined : checked.filter((element) => element !== undefined);
}

/** A guide's entry with exactly the known fields, or `undefined`. */
export function validEntry(value: unknown): GuideEntry | undefined {
  if (!isObject(value)) return undefined;
  const { id, name, createdAt, changedAt, archivedAt, deletedAt } = value;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return undefined;
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  if (!isTime(createdAt) || !isTime(changedAt)) return undefined;
  if (!isTimeOrNull(archivedAt) || !isTimeOrNull(deletedAt)) return undefined;
  return { id, name, createdAt, changedAt, archivedAt, deletedAt };
}

const validString = (value: unknown) => (typeof value === 'string' ? value : undefined);

function validAdopted(value: unknown): StoredLibrary['adopted'] {
  if (!isObject(value) || typeof value.id !== 'string' || !isCount(value.revision)) return null;
  return { id: value.id, revision: value.revision };
}

export const libraryItem: ItemDefinition<StoredLibrary> = {
  key: 'library',
  version: 2,
  migrations: [(old) => ({ ...old, shownBefore: null })],
  validate: ({ entries, currentId, revision, adopted, clearing, shownBefore, ...times }) => {
    const valid = listOf(entries, validEntry);
    if (valid === undefined || !isCount(revision)) return undefined;
    const isCurrent = valid.some((entry) => entry.id === currentId && entry.deletedAt === null);
    const { exportedAt, unexportedSince, reminderDismissedAt } = times;
    return {
      entries: valid,
      currentId: typeof currentId === 'string' && isCurrent ? currentId : null,
      revision,
      exportedAt: isTime(exportedAt) ? exportedAt : null,
      unexportedSince: isTime(unexportedSince) ? unexportedSince : null,
      reminderDismissedAt: isTime(reminderDismissedAt) ? reminderDismissedAt : null,
      clearing: listOf(clearing, validString) ?? [],
      adopted: validAdopted(adopted),
      shownBefore: validString(shownBefore) ?? null,
    };
  },
};

export const NO_GUIDES: StoredLibrary = {
  entries: [],
  currentId: null,
  revision: 0,
  exportedAt: null,
  unexportedSince: null,
  reminderDismissedAt: null,
  clearing: [],
  adopted: null,
  shownBefore: null,
};

const TEXT_VERSION = 2;

/** The text of one guide. */
export function textItem(id: string): ItemDefinition<StoredText> {
  return {
    key: `guide.${id}`,
    version: TEXT_VERSION,
    migrations: [(old) => ({ ...old, isLasting: false })],
    validate: ({ text, revision, savedAt, isLasting }) => {
      const whole = unpack(text);
      if (whole === undefined || !isCount(revision) || revision < 1) return undefined;
      return {
        text: whole,
        revision,
        savedAt: isTime(savedAt) ? savedAt : 0,
        isLasting: isLasting === true,
      };
    },
  };
}

/** A text in the shape in which {@link textItem} is stored. */
export function storedText({
  text,
  revision,
  savedAt,
  isLasting = false,
}: Omit<StoredText, 'isLasting'> & Partial<StoredText>): Record<string, unknown> {
  return { version: TEXT_VERSION, text: pack(text), revision, savedAt, isLasting };
}

/** The id of the guide whose text is stored under `key`, if it is such a key. */
export function idOfTextKey(key: string): string | undefined {
  const id = /^guide\.([\w-]{1,64})$/.exec(key)?.[1];
  return id === 'unreadable' ? undefined : id;
}

function validState(value: unknown): IndexedState | undefined {
  if (!isObject(value)) return undefined;
  const { id, at, bytes, base, listed, size } = value;
  if (typeof id !== 'string' || !isTime(at) || !isCount(bytes) || !isCount(size)) return undefined;
  if (base !== null && typeof base !== 'string') return undefined;
  return { id, at, bytes, base, listed: listed !== false, size };
}

function validGarbage(value: unknown): { id: string; bytes: number } | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || !isCount(value.bytes)) return undefined;
  return { id: value.id, bytes: value.bytes };
}

export const NO_HISTORY: StoredHistory = { states: [], garbage: [], next: 1, passing: null };

const HISTORY_VERSION = 2;

/** The index of one guide's history. */
export function historyItem(id: string): ItemDefinition<StoredHistory> {
  return {
    key: `history.${id}`,
    version: HISTORY_VERSION,
    // Every state was one to stay.
    migrations: [(old) => ({ ...old, passing: null })],
    validate: ({ states, garbage, next, passing }) => {
      const valid = listOf(states, validState);
      if (valid === undefined || !isCount(next)) return undefined;
      const isThere = valid.at(-1)?.id === passing;
      return {
        states: valid,
        garbage: listOf(garbage, validGarbage) ?? [],
        next,
        passing: typeof passing === 'string' && isThere ? passing : null,
      };
    },
  };
}

/** An index in the shape in which {@link historyItem} is stored, under its key. */
export function storedHistory(id: string, history: StoredHistory): Record<string, unknown> {
  return { [historyItem(id).key]: { ...history, version: HISTORY_VERSION } };
}

/** One state of one guide's history. */
export function stateItem(id: string, stateId: string): ItemDefinition<StoredState> {
  return {
    key: `history.${id}.${stateId}`,
    version: 1,
    migrations: [],
    validate: ({ base, start, end, body, sum }) => {
      if (base !== null && typeof base !== 'string') return undefined;
      if (!isCount(start) || !isCount(end) || !isCount(sum)) return undefined;
      // What it holds is checked by its checksum when it is unpacked.
      if (typeof body !== 'string' && !isObject(body)) return undefined;
      return { base, start, end, body: body as Packed, sum };
    },
  };
}
