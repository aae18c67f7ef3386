import { createModel, effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals';
import type { Match } from '../matching/types.ts';
import type { Clock } from './ports.ts';

/** A first place that changes while someone types is not taken up before this much quiet, milliseconds. */
export const QUIET_MILLISECONDS = 180;

export interface SettlingDeps {
  readonly clock: Clock;
  /** What the present question is answered with; `null` when nothing is asked. */
  readonly answer: ReadonlySignal<Match | null>;
  /** The id of the story that the ranking has settled on; at first the one that was open when the session was left. */
  readonly lead: Signal<string | null>;
  /** Runs an act that may change which story is open. */
  readonly opening: (act: () => void) => void;
}

/**
 * Which story the ranking opens. The list follows each letter; the card must not jump with it. The first answer
 * opens at once; another story takes its place when two letters in a row agree on it, or when typing rests.
 */
export const Settling = createModel(({ clock, answer, lead, opening }: SettlingDeps) => {
  /** Whether an answer is awaited: only the user's own letters change what is open. */
  let isDue = lead.peek() === null;
  let pending: { readonly id: string | null } | undefined;
  let cancel = () => {};

  function apply(id: string | null): void {
    cancel();
    pending = undefined;
    if (id !== lead.peek())
      opening(() => {
        lead.value = id;
      });
  }

  function consider(now: Match | null): void {
    // Nothing ranks yet, or nothing new was asked: what is open stays.
    if (now !== null && (now.outcome === 'empty' || !isDue)) return;
    isDue = now === null;
    const id = now?.outcome === 'story' ? (now.stories[0]?.story.id ?? null) : null;
    const isAtOnce = now === null || id === lead.peek() || lead.peek() === null || pending?.id === id;
    cancel();
    pending = { id };
    if (isAtOnce) apply(id);
    else cancel = clock.after(QUIET_MILLISECONDS, () => apply(id));
  }

  effect(() => {
    const now = answer.value;
    untracked(() => consider(now));
  });

  return {
    /** The next answer may open another story: the question, or the guide, is another one now. */
    expect() {
      isDue = true;
    },
    /** Takes up at once what waits: the user acts on what the list shows. */
    settle() {
      if (pending !== undefined) apply(pending.id);
    },
    /** Shows this story: another window does, or the open one has another id now. */
    adopt(id: string | null) {
      cancel();
      pending = undefined;
      isDue = false;
      lead.value = id;
    },
  };
});
