import type { Story } from '../guide/types.ts';

/** A part of a story that a word can stand in. */
export type Field =
  | 'theme'
  | 'title'
  | 'values'
  | 'tags'
  | 'answers'
  | 'hooks'
  | 'points'
  | 'metrics'
  | 'people'
  | 'connection'
  | 'script'
  | 'notes';

/** Why a story stands where it stands: what really carried its score, strongest first. */
export interface Reason {
  /** `word`: a word of the question stands in the story. `competency`: both speak of the same one. `learnt`: the user said so. */
  readonly kind: 'word' | 'competency' | 'learnt';
  /** What to show the user, in a word or two: the story's own word, or the competency's name. */
  readonly text: string;
  /** The question's word(s) that led here, as typed. */
  readonly typed: string;
  /** Where it stands in the story, for `word`; the strongest such place. */
  readonly field: Field | undefined;
  /**
   * For `competency`: the story's own words or phrases that speak of it, as written in its theme, tags, title,
   * values, hooks or point labels; one to four. Missing where only its running text does.
   */
  readonly words?: readonly string[];
}

export interface RankedStory {
  readonly story: Story;
  /** 0..1, comparable within one answer only. */
  readonly score: number;
  /** At most three, strongest first; empty where nothing speaks for the story. */
  readonly reasons: readonly Reason[];
}

/** A competency that the question asks for; `share` of 1. */
export interface AskedCompetency {
  readonly id: string;
  /** As users read it: `taking risks`. */
  readonly name: string;
  readonly share: number;
}

export interface Match {
  /** The question as given. */
  readonly query: string;
  /** `empty`: nothing was asked (only spaces). */
  readonly outcome: 'story' | 'none' | 'empty';
  /** How sure the matcher is that the first story answers the question, 0..1. */
  readonly confidence: number;
  /** What the question asks for, likeliest first, a few at most; none for `empty`. */
  readonly competencies: readonly AskedCompetency[];
  /** Every story of the guide, best first; in the guide's order for `empty`. */
  readonly stories: readonly RankedStory[];
}

/** "This question should have shown that story", as the user said. */
export interface LearntPair {
  readonly question: string;
  /** {@link Story.id} at the time. */
  readonly storyId: string;
  /** `THEME - Title` at the time: finds the story again when its id has changed with the text. */
  readonly storyName: string;
}
