import { createModel } from '@preact/signals';
import type { Clock } from './ports.ts';

export interface SeenDeps {
  /** Stores which text was read; called after what was picked and taught in it is stored. */
  readonly note: (id: string, text: string) => Promise<unknown>;
  readonly clock: Pick<Clock, 'after'>;
}

/** While a guide is being edited, its text is noted no more often than this: each noted text stays in the history. */
const BETWEEN_NOTES = 60_000;

/**
 * Which text of which guide a panel has read. Pick, countdown and taught questions name stories by ids of that
 * text; a panel that opens later starts from it and follows the stories to what they have become.
 */
export const Seen = createModel(({ note, clock }: SeenDeps) => {
  let waiting: { readonly id: string; readonly text: string } | undefined;
  let callOff: (() => void) | undefined;

  function flush(): void {
    callOff?.();
    callOff = undefined;
    const last = waiting;
    waiting = undefined;
    if (last !== undefined) void note(last.id, last.text);
  }

  return {
    /** The panel shows this text now; `null`: the sample guide, whose text never changes. */
    show(id: string | null, text: string) {
      if (waiting !== undefined && waiting.id !== id) flush();
      if (id === null) return;
      waiting = { id, text };
      callOff ??= clock.after(BETWEEN_NOTES, flush);
    },
    /** Notes it now: the panel has just opened, or may be gone soon. */
    flush,
  };
});
