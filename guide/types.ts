/**
 * What a study guide says, after reading. The Markdown text stays the truth: every piece keeps the
 * lines it came from, and nothing here is ever written back into it.
 */

/** Where something stands in the guide's text: first and last line, counted from 1, both included. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** A piece of plain text (Markdown marks removed) and where it stands. */
export interface Item {
  readonly text: string;
  readonly lines: Lines;
  /** Set on a hook that the guide does not give: the first sentence of the story, offered in its place. */
  readonly offered?: true;
}

/** A key point: a short bold label (may be empty) and what to say. */
export interface KeyPoint {
  readonly label: string;
  readonly text: string;
  readonly lines: Lines;
  /** Set on a point that the guide does not give: a sentence of the script, offered in its place. */
  readonly offered?: true;
}

/** A number to remember. `story` is the id of the story it belongs to, `''` when the guide does not say. */
export interface Metric {
  /** The number itself, as written: `50%`, `2.5 years`; the whole item where no number could be told apart. */
  readonly value: string;
  /** What it counts; may be empty. */
  readonly label: string;
  readonly story: string;
  readonly lines: Lines;
}

/** A person to name. `story` as in {@link Metric}. */
export interface Person {
  readonly name: string;
  /** Who they are, in the guide's words; may be empty. */
  readonly role: string;
  readonly story: string;
  readonly lines: Lines;
}

/** Time for a story, in whole seconds. A plain target has `from === to`. */
export interface Target {
  readonly from: number;
  readonly to: number;
  readonly lines: Lines;
}

export interface Story {
  /** Stable within one text: a slug of theme and title, made unique by a suffix. */
  readonly id: string;
  /** In the guide's own letters (`RISK`, `Risk`); `''` when there is none. */
  readonly theme: string;
  /** `On-Call Documentation`; falls back to the heading's text, never empty. */
  readonly title: string;
  readonly values: readonly Item[];
  /** Hashtags, themes and skills that are written as tags. */
  readonly tags: readonly Item[];
  /** Questions and topics which the guide itself routes here: "Best for", "Also answers", "Question variants". */
  readonly answers: readonly Item[];
  readonly target: Target | undefined;
  readonly metrics: readonly Metric[];
  readonly people: readonly Person[];
  readonly hooks: readonly Item[];
  /** Paragraphs parted by a blank line; `''` when there is none. */
  readonly script: string;
  readonly points: readonly KeyPoint[];
  /** The line that ties the story to the company. */
  readonly connection: Item | undefined;
  /** Anything else written under the story: kept, shown and searched, but in no other field. */
  readonly notes: readonly Item[];
  /**
   * What the writer still has to fill in: `[YOUR METRICS]`, `TODO`. A text that is nothing else stands here
   * only; of one that holds such a place, the place. The parser always sets it.
   */
  readonly toFill?: readonly Item[];
  /** Every stretch of the text that speaks of this story, in order. */
  readonly lines: readonly Lines[];
}

/** Emergency phrases for one situation. */
export interface PhraseGroup {
  /** `unprepared` and `thinking` are the two that the panel has keys for. */
  readonly situation: 'unprepared' | 'thinking' | 'other';
  /** The guide's own words for it: "If you need thinking time". */
  readonly heading: string;
  readonly phrases: readonly Item[];
}

export interface ChecklistItem extends Item {
  /** As ticked in the text (`- [x]`). */
  readonly done: boolean;
  /** The heading above it: "Before Wednesday". */
  readonly group: string;
}

/** A section that is no story and none of the known ones: an introduction, company notes, tips. */
export interface Note {
  readonly heading: string;
  readonly items: readonly Item[];
  readonly lines: Lines;
}

/** Something the reader should know about the text. `line` counts from 1. */
export interface Problem {
  readonly line: number;
  readonly code:
    | 'no-stories'
    | 'no-target'
    | 'bad-target'
    | 'no-hooks'
    | 'no-points'
    | 'unplaced'
    | 'placeholder'
    | 'duplicate-title';
  /** One plain sentence that names the place and the remedy. */
  readonly message: string;
}

export interface Guide {
  /** The first top-level heading; `''` when there is none. */
  readonly title: string;
  readonly stories: readonly Story[];
  readonly phrases: readonly PhraseGroup[];
  /** What to do when the mind goes blank in mid-story. */
  readonly recovery: readonly Item[];
  readonly names: readonly Person[];
  readonly metrics: readonly Metric[];
  /** Lines that tie any story to the company. */
  readonly connections: readonly Item[];
  readonly checklist: readonly ChecklistItem[];
  /** The closing reminder. */
  readonly reminder: Item | undefined;
  readonly notes: readonly Note[];
  /** Non-blank lines that found no place in any field above. */
  readonly unplaced: readonly Item[];
  readonly problems: readonly Problem[];
}
