import type { Draft } from '../state/draft-ports.ts';
import type { ItemDefinition } from './item.ts';
import { pack, unpack } from './packed-text.ts';

/** A draft as it is stored. The text as it came in stands apart, so that a letter typed does not write it again. */
export interface StoredDraft extends Omit<Draft, 'id' | 'arrived'> {
  /** Whether the text is another one than came in, which is then stored beside it. */
  readonly isMended: boolean;
}

/** A draft's text as it came in. */
export interface StoredArrival {
  readonly text: string;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** One draft. */
export function draftItem(id: string): ItemDefinition<StoredDraft> {
  return {
    key: `draft.${id}`,
    version: 1,
    migrations: [],
    validate: ({ name, text, typed, at, thrownAt, isMended }) => {
      const whole = unpack(text);
      const field = unpack(typed);
      if (typeof name !== 'string' || whole === undefined || field === undefined) return undefined;
      if (thrownAt !== null && !isTime(thrownAt)) return undefined;
      return {
        name,
        text: whole,
        typed: field,
        at: isTime(at) ? at : 0,
        thrownAt,
        isMended: isMended === true,
      };
    },
  };
}

/** What came in of one draft. */
export function arrivalItem(id: string): ItemDefinition<StoredArrival> {
  return {
    key: `arrival.${id}`,
    version: 1,
    migrations: [],
    validate: ({ text }) => {
      const whole = unpack(text);
      return whole === undefined ? undefined : { text: whole };
    },
  };
}

/** The id of the draft that is stored under `key`, if it is such a key. */
export function idOfDraftKey(key: string): string | undefined {
  return /^draft\.([\w-]{1,64})$/.exec(key)?.[1];
}

/** A draft in the shape in which {@link draftItem} is stored. */
export function storedDraft({ name, text, typed, at, thrownAt, isMended }: StoredDraft) {
  return { version: 1, name, text: pack(text), typed: pack(typed), at, thrownAt, isMended };
}
