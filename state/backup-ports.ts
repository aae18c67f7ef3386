/** Exports of everything and what importing them does, as the models and the pages see it. Times are epoch milliseconds. */

import type { Failed } from './library-ports.ts';

/** `merge`: add to what is here; `replace`: what is here makes way (and can be exported first). */
export type ImportMode = 'merge' | 'replace';

/** One guide of an import, and what each mode would do with it. */
export interface ImportedGuide {
  readonly id: string;
  readonly name: string;
  /** Length of the text in UTF-8 bytes. */
  readonly size: number;
  readonly historyStates: number;
  /** On merging: `new`; `same`: here already, letter by letter; `copy`: the one here differs, so both are kept. */
  readonly onMerge: 'new' | 'same' | 'copy';
  /** The name that it has here after merging. */
  readonly nameHere: string;
  /** How many saved states merging adds. */
  readonly statesAdded: number;
}

/** What an export file holds, before anything is taken from it. */
export type ImportPreview =
  | {
      readonly outcome: 'readable';
      /** `null`: the file does not say. */
      readonly exportedAt: number | null;
      readonly guides: readonly ImportedGuide[];
      /** Names of guides here that `replace` would take away. */
      readonly replaced: readonly string[];
      /** What else is in it, in words: "what was learnt", "the open session". */
      readonly others: readonly string[];
      /** What of that merging does not take. */
      readonly onlyReplacing: readonly string[];
      /** What else of what is here `replace` would take away, in words. */
      readonly othersReplaced: readonly string[];
      /** Sentences about what of the file is damaged, and what becomes of it. */
      readonly remarks: readonly string[];
    }
  | Failed;

/** What an import replaced and can be had back. */
export interface Replaced {
  /** When that was. */
  readonly at: number;
  /** The names of guides that made way. */
  readonly guides: readonly string[];
  /** What else would come back, in words: "what was learnt (2)". */
  readonly others: readonly string[];
}

/** An export of everything. */
export interface Exported {
  readonly outcome: 'exported';
  readonly json: string;
  /** When it was made. */
  readonly at: number;
  /** In words, what could not be read and is not in it: "the text of “Acme”, which can’t be read". */
  readonly missing: readonly string[];
}
