/**
 * The library of guides as the models and the pages see it. Implemented in storage/, faked in tests.
 * Times are epoch milliseconds. Nothing here rejects: what fails is a value with a plain sentence.
 */

import type { Exported, ImportMode, ImportPreview, Replaced } from './backup-ports.ts';
import type { Clock } from './ports.ts';

/** One guide in the list. Its text is read apart. */
export interface GuideEntry {
  readonly id: string;
  /** What the user calls it; never empty. */
  readonly name: string;
  readonly createdAt: number;
  /** When its text was last saved with a change. */
  readonly changedAt: number;
  /** When it was put away, or `null`. */
  readonly archivedAt: number | null;
  /** When it was deleted; it can be had back until it is cleared away a week later. `null`: not deleted. */
  readonly deletedAt: number | null;
}

/** Every guide, and which one the panel shows. */
export interface GuideList {
  /** In the order made. Archived and deleted ones are among them. */
  readonly entries: readonly GuideEntry[];
  /** `null`: the sample guide that ships. Never the id of a deleted guide. */
  readonly currentId: string | null;
  /** Counts the changes of this list: of two lists, the one with the higher revision is the later. */
  readonly revision: number;
  /** When everything was last exported; `null`: never. */
  readonly exportedAt: number | null;
  /** When the first change after that export was stored; `null`: all is exported. */
  readonly unexportedSince: number | null;
  /** When the user last waved the backup reminder away; `null`: not since the last export. */
  readonly reminderDismissedAt: number | null;
}

/** The list as read, with sentences about what was found damaged and set aside. */
export interface ListRead {
  readonly list: GuideList;
  readonly notices: readonly string[];
}

/** A guide's text to the letter. */
export interface GuideText {
  readonly text: string;
  /** Counts the changes of this guide; saving names the revision that it is based on. */
  readonly revision: number;
}

/** What came of something asked of the library that gives nothing back but success. */
export type Done = { readonly outcome: 'done' } | Failed;

/** It could not be done; nothing changed. */
export interface Failed {
  readonly outcome: 'failed';
  /** A plain sentence for the user. */
  readonly reason: string;
}

/** What came of making a guide. `withoutOriginal`: there was no room for the text that it was mended from. */
export type Made =
  | { readonly outcome: 'made'; readonly entry: GuideEntry; readonly withoutOriginal?: true }
  | Failed;

/** What came of reading a guide's text. */
export type TextRead = ({ readonly outcome: 'found' } & GuideText) | Failed;

/** What came of saving. A text that another window saved meanwhile is never overwritten. */
export type SaveResult =
  /** `withoutHistory`: there was no room for the text before, which is gone. */
  | { readonly outcome: 'saved'; readonly revision: number; readonly withoutHistory?: true }
  /** Somebody else saved after the revision this was based on; nothing was written. */
  | { readonly outcome: 'conflict'; readonly theirs: GuideText }
  | Failed;

/** One saved state of a guide, without its text. */
export interface HistoryState {
  readonly id: string;
  /** When this text was saved. */
  readonly at: number;
  /** Length of the text in UTF-8 bytes. */
  readonly size: number;
}

/** What another window (or this one) has just stored. */
export interface LibraryChange {
  /** The list, when it changed. */
  readonly list: GuideList | undefined;
  /** The texts that changed, by guide id. */
  readonly texts: ReadonlyMap<string, GuideText>;
  /** Sentences for the user. */
  readonly notices?: readonly string[];
}

/** Where guides are kept. Every call may be made from several windows at once. */
export interface LibraryStore {
  /** The list; the first call ever also brings in a guide stored by an older version. */
  list(): Promise<ListRead>;
  /**
   * A guide's text, also of an archived or deleted one. A text that can't be read is set aside, and its guide
   * counts as being at revision 0: a state of its history can be saved on that.
   */
  read(id: string): Promise<TextRead>;
  /**
   * Stores `text` if the guide is still at revision `basedOn`. `saved` is said after it is on disk. A deleted
   * guide is brought back by it. The text before becomes a state of the history about once a minute, and whenever
   * words of it are gone from `text`; with `keep` it does for certain, and so does `text` when it is replaced in
   * turn; the save fails rather than lose a state.
   */
  save(id: string, text: string, basedOn: number, keep?: boolean): Promise<SaveResult>;
  /** Puts a text into a guide's history; the guide's text stays. */
  keepState(id: string, text: string): Promise<Done>;
  /** Notes that a panel has read this text of the guide: from now on what is stored of stories speaks of it. */
  noteSeen(id: string, text: string): Promise<Done>;
  /** The text that a panel read last, where the guide has another one now and that one is still kept. */
  seenBefore(id: string): Promise<string | undefined>;
  /** The saved states of a guide, newest first; the first is the text as it is now. */
  history(id: string): Promise<readonly HistoryState[]>;
  /** The text of one state; restoring it is a `save` of that text. */
  readState(
    id: string,
    stateId: string,
  ): Promise<{ readonly outcome: 'found'; readonly text: string } | Failed>;
  /** Makes a guide. Does not switch to it. `original`: a text that its history begins with. */
  create(name: string, text: string, original?: string): Promise<Made>;
  /**
   * Keeps what is not on disk as the window goes: written at once, and taken in when the list is read next, as the
   * guide's text, or as a copy where another window saved since.
   * @param saving the text whose save is under way, if any
   */
  leave(id: string, text: string, basedOn: number, saving?: string): void;
  /**
   * Keeps a text on disk that is in this window only and can't be saved, as one in a conflict: should the window
   * end without a word, it is taken in as what {@link leave} keeps. Replaces what was kept of this guide before.
   * @param words the text, and the revision that it builds on; `null`: nothing is to be kept any more
   */
  keepApart(id: string, words: GuideText | null): Promise<void>;
  /**
   * Makes a guide with the same text, named "NAME (copy)", "NAME (copy 2)"; its history starts anew.
   * @param unsaved the text to copy, where that on disk is not the latest
   */
  duplicate(id: string, unsaved?: string): Promise<Made>;
  /** A name that another guide has gets a number. */
  rename(id: string, name: string): Promise<Done>;
  /** Puts a guide away, or takes it out again. The current guide stays current. */
  archive(id: string, archived: boolean): Promise<Done>;
  /** Deletes with undo: text and history stay for a week. If it was current, the sample guide is now. */
  delete(id: string): Promise<Done>;
  /** `asCurrent`: every panel shows it again in the same write, unless they were given another guide meanwhile. */
  undelete(id: string, asCurrent?: boolean): Promise<Done>;
  /** Clears every deleted guide away for good, to make room. */
  discardDeleted(): Promise<Done>;
  /** Shows this guide in every panel; `null`: the sample guide. */
  switchTo(id: string | null): Promise<Done>;
  /**
   * Everything as one JSON text.
   * @param unsaved texts in editors that are not on disk, by guide: they go out as the guides' texts
   */
  exportAll(unsaved: ReadonlyMap<string, string>): Promise<Exported | Failed>;
  /** Notes that the export made at this time is safe elsewhere. */
  noteExported(at: number): Promise<Done>;
  /**
   * Takes the note of the export made at `at` back: it is nowhere. Nothing happens where a later one was noted.
   * @param before what counted as exported before it; what was changed since stays marked
   */
  withdrawExport(at: number, before: Pick<GuideList, 'exportedAt' | 'unexportedSince'>): Promise<Done>;
  /** What `json` holds and what taking it would do; changes nothing. */
  previewImport(json: string): Promise<ImportPreview>;
  applyImport(json: string, mode: ImportMode): Promise<Done>;
  /** What the last import replaced, for a week; `null`: nothing. */
  replaced(): Promise<Replaced | null>;
  /**
   * Puts that back, and keeps in turn what is here now.
   * @param at when it was replaced, as it was shown; fails where another window has replaced or undone it since
   */
  undoReplace(at: number): Promise<Done>;
  /** Notes that the user waved the backup reminder away. */
  dismissReminder(): Promise<Done>;
  /** Calls back with what any window stores from now on. Returns a function that ends it. */
  watch(onChange: (change: LibraryChange) => void): () => void;
}

/**
 * Lets one holder of a name run at a time, over every window: `navigator.locks.request` fits.
 * A window that dies lets go.
 */
export interface Locks {
  request<T>(name: string, act: () => Promise<T>): Promise<T>;
}

/** Whether what stands in the editor is on disk. */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly withoutHistory?: true }
  /** Changed and not yet on disk. */
  | { readonly kind: 'saving' }
  /** Not on disk; the text stays in the editor and the next edit, or `retry`, tries again. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another window saved something else: the user is to choose. Nothing is written until then. */
  | { readonly kind: 'conflict'; readonly mine: string; readonly theirs: string };

/** `mine`: overwrite theirs; `theirs`: take it. Either way the other text stays in the history; `both`: mine becomes a copy. */
export type ConflictChoice = 'mine' | 'theirs' | 'both';

/** A guide deleted a moment ago, for the offer to undo. */
export interface JustDeleted {
  readonly id: string;
  readonly name: string;
  /** Whether the panels showed it, and show the sample guide since. */
  readonly wasCurrent: boolean;
}

/** Remembers over a reload which guide this window has open. Nothing here throws. */
export interface OpenPlace {
  /** `null`: the sample guide; `undefined`: nothing is remembered. */
  get(): string | null | undefined;
  set(id: string | null): void;
}

/** What the model `Library` (state/library.ts) needs. */
export interface LibraryDeps {
  readonly store: LibraryStore;
  readonly clock: Clock;
  /** The text of the guide that ships. */
  readonly sampleText: string;
  /**
   * Whether this window always shows the current guide, as a panel does. Otherwise it opens the current guide
   * at the start, and another one only when it is told to.
   */
  readonly followsCurrent: boolean;
  /** Absent: the window starts with the current guide each time. */
  readonly place?: OpenPlace;
}
