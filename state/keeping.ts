import { createModel, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { SessionState } from './ports.ts';

export interface KeepingDeps {
  readonly current: ReadonlySignal<SessionState>;
  /** What is stored already. */
  readonly saved: SessionState;
  readonly save: (changes: Partial<SessionState>) => void;
}

/** The fields in which two states differ. */
function changedFields(before: SessionState, after: SessionState): Partial<SessionState> {
  const names = Object.keys(after) as (keyof SessionState)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}

/** Stores each change of the session, and no echo of what another surface stored. */
export const Keeping = createModel(({ current, saved, save }: KeepingDeps) => {
  /** What is stored: as it was at the start, as last saved, or as another surface saved it. */
  let kept = saved;
  effect(() => {
    const state = current.value;
    const changes = changedFields(kept, state);
    if (Object.keys(changes).length === 0) return;
    kept = state;
    untracked(() => save(changes));
  });
  return {
    /** Another surface stored this; it is about to be shown. */
    isStored(state: SessionState) {
      kept = state;
    },
  };
});
