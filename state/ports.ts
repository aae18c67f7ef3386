import type { Guide } from '../guide/types.ts';
import type { LearntPair, Match } from '../matching/types.ts';
import type { Countdown } from '../practice/countdown.ts';
import type { AskedModel } from './asked.ts';
import type { LearntModel } from './learnt.ts';
import type { SettingsModel } from './settings.ts';

/** The outside of the models, as they see it. Wired in entrypoints/, faked in tests. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after so many milliseconds. Returns a function that calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** What helps out of a tight spot: the mind is blank, no story fits, time is needed. */
export type RescueKind = 'blank' | 'no-story' | 'thinking';

/** A rescue that is shown. `step` counts the presses of its key from 0, on and on. */
export interface Rescue {
  readonly kind: RescueKind;
  readonly step: number;
}

/** What was said of one story: places of its key points, from 0, ascending. None yet: the hook is said. */
export interface Said {
  readonly storyId: string;
  readonly points: readonly number[];
}

/** What is kept of a session between openings of the panel, and shared by every surface that shows it. */
export interface SessionState {
  /** What stands in the typing place, to the letter. */
  readonly query: string;
  /** The id of the story picked by hand; `null` while the ranking decides. */
  readonly pick: string | null;
  /** The id of the story that is open, whoever opened it; `null` while none is. */
  readonly open: string | null;
  /** Which hook of the open story is shown, counted from 0. */
  readonly hook: number;
  /** What was ticked off; `null` before anything was said. It is of one story, not always the open one. */
  readonly said: Said | null;
  readonly rescue: Rescue | null;
  readonly countdown: Countdown | null;
  /** The entry in the list of what was asked that the present question has; `null` while it has none. */
  readonly asked: string | null;
}

/** A session in which nothing was done yet. */
export const NEW_SESSION: SessionState = {
  query: '',
  pick: null,
  open: null,
  hook: 0,
  said: null,
  rescue: null,
  countdown: null,
  asked: null,
};

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
  /** Called with the fields that changed, after every change; must not throw. */
  readonly save: (changes: Partial<SessionState>) => void;
  /** The list of what was asked, kept apart from the session: it outlives the call. */
  readonly asked: AskedModel;
  readonly settings: SettingsModel;
  /** Makes an id that nothing else has. */
  readonly newId: () => string;
  /** Switches to the next guide of the library. */
  readonly nextGuide?: () => void;
  /** Opens the page of the library. */
  readonly openLibrary?: () => void;
}
