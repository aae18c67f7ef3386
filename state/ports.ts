import type { Guide } from '../guide/types.ts';
import type { LearntPair, Match } from '../matching/types.ts';
import type { Countdown } from '../practice/countdown.ts';
import type { LearntModel } from './learnt.ts';

/** The outside of the models, as they see it. Wired in entrypoints/, faked in tests. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after so many milliseconds. Returns a function that calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** What is kept of a session between openings of the panel. */
export interface SessionState {
  /** What stands in the typing place, to the letter. */
  readonly query: string;
  /** The id of the story picked by hand; `null` while the ranking decides. */
  readonly pick: string | null;
  /** Which hook of the open story is shown, counted from 0. */
  readonly hook: number;
  readonly countdown: Countdown | null;
}

export interface SessionDeps {
  readonly guide: Guide;
  /** Makes the question answerer for a guide; called again when guide or learnt pairs change, when first needed. */
  readonly matcher: (guide: Guide, learnt: readonly LearntPair[]) => (question: string) => Match;
  /** What the user taught, kept apart from the session: it outlives the call. */
  readonly learnt: LearntModel;
  /** A guide with neutral phrases and recovery steps, lent where the user's own guide has none. */
  readonly spare: () => Guide;
  readonly clock: Clock;
  readonly saved: SessionState | undefined;
  /** Called with every change, after the change; must not throw. */
  readonly save: (state: SessionState) => void;
  /** Switches to the next guide of the library. */
  readonly nextGuide?: () => void;
  /** Opens the page of the library. */
  readonly openLibrary?: () => void;
}
