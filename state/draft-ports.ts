import type { Done } from './library-ports.ts';

/** A text that was brought in or begun, and is no guide yet. Times are epoch milliseconds. */
export interface Draft {
  readonly id: string;
  /** What the guide would be called; may be empty. */
  readonly name: string;
  /** The text as it is now, mended perhaps. */
  readonly text: string;
  /** The text as it came in, before any mending; `''` when it was begun here. */
  readonly arrived: string;
  /** What stands in the field to paste into, and is not looked at yet. */
  readonly typed: string;
  /** When it was changed last. */
  readonly at: number;
  /** When the user threw it away, or `null`; a thrown one can be had back for a week. */
  readonly thrownAt: number | null;
}

/** Drafts as read, with sentences about what was found damaged and set aside. */
export interface DraftsRead {
  readonly drafts: readonly Draft[];
  readonly notices: readonly string[];
}

/** Remembers over a reload which draft this window works on. Nothing here throws. */
export interface DraftPlace {
  get(): string | undefined;
  set(id: string): void;
}

/**
 * Where drafts are kept until they are guides. Each belongs to one window while that is open, so that two
 * windows never write the same. Nothing here rejects: what fails is a value with a plain sentence.
 */
export interface DraftStore {
  /**
   * Every draft that has been without a window for a while, the latest first, and before them the one that this
   * window had before it was loaded anew; they are this window's from now on. To be asked again after that while.
   * @param own the id of that one, if any
   */
  open(own?: string): Promise<DraftsRead>;
  /** An id for a draft that is begun in this window. */
  begin(): string;
  keep(draft: Draft): Promise<Done>;
  remove(id: string): Promise<Done>;
  /** The draft is gone for good, so that no window needs to have it. */
  letGo(id: string): void;
}
