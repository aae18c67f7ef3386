import { computed, createModel, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Story } from '../guide/types.ts';
import { portionsOf } from '../practice/pacing.ts';
import { nextPoint, saidOf } from './cue.ts';
import type { Said } from './ports.ts';
import type { TellingModel } from './telling.ts';
import { paceView } from './time-view.ts';

export interface SayingDeps {
  readonly said: Signal<Said | null>;
  readonly open: ReadonlySignal<Story | undefined>;
  readonly telling: Pick<TellingModel, 'countdown' | 'now'>;
}

/** What of the open story was said, what comes next, and whether that is in time. */
export const Saying = createModel(({ said, open, telling }: SayingDeps) => {
  const points = computed<readonly number[]>(() => saidOf(said.value, open.value) ?? []);
  const portions = computed(() => (open.value === undefined ? [] : portionsOf(open.value)));
  return {
    /** Places of the open story's points that were said. */
    said: points,
    /** The place of the next point to say; -1 when all are said. */
    next: computed(() => (open.value === undefined ? -1 : nextPoint(open.value, points.value))),
    pace: computed(() =>
      open.value === undefined
        ? undefined
        : paceView(open.value, portions.value, telling.countdown.value, points.value, telling.now.value),
    ),
  };
});
