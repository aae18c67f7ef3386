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
  /** What the last act that lost time found, for undo. */
  const before = signal<Countdown | null>(null);
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

  /** As {@link change}, for what {@link Telling.undoTime} can take back. */
  function lose(next: (current: Countdown, instant: number) => Countdown | null): void {
    const current = countdown.peek();
    if (current === null) return;
    change(next);
    before.value = current;
  }

  function begin(story: Story): void {
    const { from, to } = targetOf(story);
    const instant = clock.now();
    before.value = countdown.peek();
    put(start({ id: story.id, name: storyName(story), from, to }, instant, asked()), instant);
  }

  const pauseOrResume = () =>
    change((current, instant) =>
      current.runningSince === null ? resume(current, instant) : pause(current, instant),
    );

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
    stopCountdown: () => lose(() => null),
    /** Takes ten seconds off: started too early, or interrupted. */
    takeTimeOff: () => lose((current, instant) => takeOff(current, TAKEN_OFF_MILLISECONDS, instant)),
    canUndoTime: computed(() => before.value !== null),
    /** Takes back what the last start, reset, stop or taking off lost; the clock went on meanwhile. */
    undoTime() {
      const previous = before.peek();
      if (previous === null) return;
      before.value = null;
      put(previous, clock.now());
    },
    /** What was lost can't be brought back any more: something else is asked now. */
    forgetLostTime() {
      before.value = null;
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
    answer(entry: () => string | null) {
      const current = countdown.peek();
      if (current === null || current.asked !== null || !isTellingOpen.peek()) return;
      const asked = entry();
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
