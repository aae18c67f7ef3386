import type { MetricText } from './metrics.ts';
import type { PersonText } from './people.ts';
import type { Item, KeyPoint, Lines, Target } from './types.ts';

/** One paragraph or bullet of a part. */
export interface PartPiece extends Item {
  /** Lists around it within its own: a detail is 1 or more. */
  readonly depth: number;
}

/** A part of a story that is told in parts: Situation, Task, Action, Result ... */
export interface Part {
  readonly label: string;
  readonly lines: Lines;
  readonly pieces: PartPiece[];
}

/** A story while it is being read: without an id, and perhaps only half of it (a card, or its section). */
export interface StoryDraft {
  /** As in the heading, `''` without; joins a card to its section. */
  number: string;
  theme: string;
  themeLines: Lines;
  title: string;
  values: Item[];
  tags: Item[];
  answers: Item[];
  target: Target | undefined;
  /** A `Time:` that could not be read. */
  badTarget: Item | undefined;
  metrics: (MetricText & { readonly lines: Lines })[];
  people: (PersonText & { readonly lines: Lines })[];
  hooks: Item[];
  script: Item[];
  points: KeyPoint[];
  parts: Part[];
  /** What stands under the heading itself, before any label. */
  intro: Item[];
  toFill: Item[];
  connection: Item | undefined;
  notes: Item[];
  lines: Lines[];
  headingLine: number;
}

/** An empty draft, to be filled by the reader. */
export function emptyDraft(): StoryDraft {
  return {
    number: '',
    theme: '',
    themeLines: { start: 1, end: 1 },
    title: 'Story',
    values: [],
    tags: [],
    answers: [],
    target: undefined,
    badTarget: undefined,
    metrics: [],
    people: [],
    hooks: [],
    script: [],
    points: [],
    parts: [],
    intro: [],
    toFill: [],
    connection: undefined,
    notes: [],
    lines: [],
    headingLine: 1,
  };
}
