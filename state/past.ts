import { batch, createModel, signal } from '@preact/signals';
import type { LibraryModel } from './library.ts';
import type { HistoryState } from './library-ports.ts';

export interface PastDeps {
  readonly library: Pick<LibraryModel, 'history' | 'readState' | 'edit' | 'openId'>;
}

/** The earlier states of the open guide: look at one, see the difference, have it back. */
export const Past = createModel(({ library }: PastDeps) => {
  const states = signal<readonly HistoryState[] | null>(null);
  const chosen = signal<{ readonly id: string; readonly at: number; readonly text: string } | null>(null);
  const trouble = signal('');
  /** Whose states these are. */
  let guideOfStates: string | null = null;
  let asked = 0;

  function clear(guideId: string | null): void {
    asked += 1;
    guideOfStates = guideId;
    batch(() => {
      states.value = null;
      chosen.value = null;
      trouble.value = '';
    });
  }

  return {
    /** Newest first; `null` while they are being read. */
    states,
    /** The state that is looked at. */
    chosen,
    trouble,
    async load(guideId: string) {
      clear(guideId);
      const turn = asked;
      const found = await library.history(guideId);
      if (turn === asked) states.value = found;
    },
    /** Forgets the states: another guide is open now. */
    reset: () => clear(null),
    async choose(guideId: string, state: HistoryState) {
      if (guideId !== guideOfStates) return;
      const turn = ++asked;
      const read = await library.readState(guideId, state.id);
      if (turn !== asked) return;
      batch(() => {
        trouble.value = read.outcome === 'failed' ? read.reason : '';
        chosen.value = read.outcome === 'found' ? { id: state.id, at: state.at, text: read.text } : null;
      });
    },
    /**
     * The open guide has the chosen state's text again, as a new state: nothing of what came after is lost.
     * Refused (`false`) when the state is another guide's.
     */
    restore() {
      const state = chosen.peek();
      if (state === null || guideOfStates !== library.openId.peek()) return false;
      library.edit(state.text, true);
      return true;
    },
  };
});

export type PastModel = InstanceType<typeof Past>;
