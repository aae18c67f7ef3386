import { batch, computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { storyName, targetOf } from '../guide/story.ts';
import type { Story } from '../guide/types.ts';
import {
  type Countdown,
  isForgotten,
  pause,
  read,
  reset,
  resume,
  spentAt,
  start,
  takeOff,
} from '../practice/countdown.ts';
import type { Clock } from './ports.ts';
import { timeView } from './time-view.ts';

export interface TellingDeps {
  readonly clock: Clock;
  /** The story that is open, if any. */
  readonly open: ReadonlySignal<Story | undefined>;
  readonly saved: Countdown | null;
  /** The entry in the list of what was asked that a story told from now on answers. */
  readonly asked: () => string | null;
  /** Called before the clock is started, paused, changed or stopped, and after. */
  readonly onTurn: () => void;
}

/** One press takes so much time off, milliseconds. */
export const TAKEN_OFF_MILLISECONDS = 10_000;

/** Telling one story against the clock: at most one countdown, whichever story is open meanwhile. */
export const Telling = createModel(({ clock, open, saved, asked, onTurn }: TellingDeps) => {
  const isStale = saved !== null && isForgotten(saved, clock.now());
  const countdown = signal<Countdown | null>(isStale ? null : saved);
  const now = signal(clock.now());
  /** What the last acts lost, for undo: milliseconds of the present countdown, or a whole one. */
  const lost = signal<{ readonly milliseconds: number } | { readonly countdown: Countdown } | null>(null);
  const time = computed(() => timeView(countdown.value, open.value, now.value));
  /** Whether the countdown, if any, is that of the open story. */
  const isTellingOpen = computed(
    () => countdown.value !== null && countdown.value.storyId === open.value?.id,
  );

  function put(next: Countdown | null, instant: number): void {
    onTurn();
    batch(() => {
      now.value = instant;
      countdown.value = next;
    });
    onTurn();
  }

  function change(next: (current: Countdown, instant: number) => Countdown | null): void {
    const current = countdown.peek();
    const instant = clock.now();
    if (current !== null) put(next(current, instant), instant);
  }

  /** As {@link change}, for what {@link Telling.undoTime} can take back; one after the other adds up. */
  function lose(next: (current: Countdown, instant: number) => Countdown): void {
    const current = countdown.peek();
    if (current === null) return;
    const before = spentAt(current, clock.now());
    change(next);
    const after = countdown.peek();
    const more = before - (after === null ? 0 : spentAt(after, clock.now()));
    const known = lost.peek();
    if (more > 0)
      lost.value = {
        milliseconds: more + (known !== null && 'milliseconds' in known ? known.milliseconds : 0),
      };
  }

  function begin(story: Story): void {
    const { from, to } = targetOf(story);
    const instant = clock.now();
    const previous = countdown.peek();
    lost.value = previous === null ? null : { countdown: previous };
    put(start({ id: story.id, name: storyName(story), from, to }, instant, asked()), instant);
  }

  const pauseOrResume = () =>
    change((current, instant) =>
      current.runningSince === null ? resume(current, instant) : pause(current, instant),
    );

  // Nobody tells one story for half an hour: a clock that was forgotten goes, also in a panel that stays open.
  effect(() => {
    if (countdown.value !== null && isForgotten(countdown.value, now.value)) countdown.value = null;
  });
  // A view needs a new figure only when the second turns, and none while paused.
  effect(() => {
    if (countdown.value === null) return;
    const { nextChange } = read(countdown.value, now.value);
    if (nextChange === Number.POSITIVE_INFINITY) return;
    return clock.after(nextChange, () => {
      now.value = clock.now();
    });
  });

  return {
    countdown,
    /** The instant that is shown, epoch milliseconds; it follows the clock a second at a time. */
    now,
    time,
    isTellingOpen,
    /** Enter: starts the open story's countdown; pauses or resumes it when it is that story's already. */
    startOrPause() {
      const story = open.peek();
      if (story === undefined || isTellingOpen.peek()) pauseOrResume();
      else begin(story);
    },
    /** Pauses a running countdown, resumes a paused one, whichever story it belongs to. */
    pauseOrResume,
    resetCountdown: () => lose(reset),
    stopCountdown() {
      const previous = countdown.peek();
      change(() => null);
      if (previous !== null) lost.value = { countdown: previous };
    },
    /** Takes ten seconds off: started too early, or interrupted. */
    takeTimeOff: () => lose((current, instant) => takeOff(current, TAKEN_OFF_MILLISECONDS, instant)),
    canUndoTime: computed(() => lost.value !== null),
    /** Takes back what reset and taking off lost, or what a stop or another start ended: that went on meanwhile. */
    undoTime() {
      const back = lost.peek();
      lost.value = null;
      if (back === null) return;
      if ('countdown' in back) put(back.countdown, clock.now());
      else change((current) => ({ ...current, spent: current.spent + back.milliseconds }));
    },
    /** What was lost can't be brought back any more: something else is asked now. */
    forgetLostTime() {
      lost.value = null;
    },
    /** Starts the open story's countdown, unless it is being told already. */
    startOpen() {
      const story = open.peek();
      if (story !== undefined && !isTellingOpen.peek()) begin(story);
    },
    /** Shows the present instant, after the page was hidden or the computer slept. */
    refresh() {
      now.value = clock.now();
    },
    /** Goes along when a change of the guide gave the story another id or name. */
    follow(became: ReadonlyMap<string, Story>) {
      const current = countdown.peek();
      const story = current === null ? undefined : became.get(current.storyId);
      if (current === null || story === undefined) return;
      const name = storyName(story);
      if (story.id !== current.storyId || name !== current.storyName)
        countdown.value = { ...current, storyId: story.id, storyName: name };
    },
    /** Gives the open story's countdown its entry in the list of what was asked, where another surface gave it none. */
    answer(entry: (id: string) => string | null) {
      const current = countdown.peek();
      if (current === null || current.asked !== null || !isTellingOpen.peek()) return;
      // Every panel that sees it gives it the same entry.
      const asked = entry(`${current.storyId} ${current.runningSince}`);
      if (asked !== null) countdown.value = { ...current, asked };
    },
    /** Takes over the countdown that another window set. */
    adopt(other: Countdown | null) {
      countdown.value = other;
      now.value = clock.now();
    },
  };
});

export type TellingModel = InstanceType<typeof Telling>;
