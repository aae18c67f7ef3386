import { computed, createModel, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Guide, Story } from '../guide/types.ts';
import type { Rescue, RescueKind } from './ports.ts';
import { nextRescue, rescueSteps, shownStep } from './rescue.ts';

export interface RescuingDeps {
  readonly rescue: Signal<Rescue | null>;
  readonly guide: ReadonlySignal<Guide>;
  /** Lends neutral phrases and steps where the guide has none. */
  readonly spare: ReadonlySignal<Guide>;
  /** The story that a rescue speaks of. */
  readonly present: ReadonlySignal<Story | undefined>;
}

/** One key out of a tight spot: what is shown, and the next line with each press. */
export const Rescuing = createModel(({ rescue, guide, spare, present }: RescuingDeps) => {
  const rescueLines = computed(() =>
    rescue.value === null ? [] : rescueSteps(rescue.value.kind, guide.value, spare.value, present.value),
  );
  return {
    /** All lines of the rescue that is shown, and the place of the large one. */
    rescueLines,
    rescueAt: computed(() => (rescue.value === null ? 0 : shownStep(rescue.value, rescueLines.value))),
    /** What to begin with when no story fits. */
    unprepared: computed(() => rescueSteps('no-story', guide.value, spare.value, undefined)),
    /** Shows a rescue over everything; pressed again, its next line. */
    help(kind: RescueKind) {
      rescue.value = nextRescue(rescue.peek(), kind);
    },
    /** Shows one line of the rescue that is open, by its place from 0. */
    showRescueLine(place: number) {
      const open = rescue.peek();
      if (open !== null) rescue.value = { kind: open.kind, step: place };
    },
  };
});
