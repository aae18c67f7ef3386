import { batch, createModel, signal } from '@preact/signals';
import type { LibraryModel } from './library.ts';
import type { HistoryState } from './library-ports.ts';
import { hintOf } from './past-hints.ts';

export interface PastDeps {
  readonly library: Pick<LibraryModel, 'history' | 'readState' | 'edit' | 'openId'>;
}

/** So many of the newest states are looked into for a hint: each has to be read. */
const HINTS = 40;

/** The earlier states of the open guide: look at one, see the difference, have it back. */
export const Past = createModel(({ library }: PastDeps) => {
  const states = signal<readonly HistoryState[] | null>(null);
  const chosen = signal<{ readonly id: string; readonly at: number; readonly text: string } | null>(null);
  const trouble = signal('');
  /** Whose states these are. */
  let guideOfStates: string | null = null;
  let asked = 0;
  /** By state, what tells it from the next later one. */
  const hints = signal<ReadonlyMap<string, string>>(new Map());
  /** Counts the lists that were read. */
  let lists = 0;

  /** Reads the newest states one after the other, unless another list comes to be shown. */
  async function lookInto(guideId: string, found: readonly HistoryState[]): Promise<void> {
    const mine = lists;
    let later: string | undefined;
    for (const { id } of found.slice(0, HINTS)) {
      const read = await library.readState(guideId, id);
      if (mine !== lists) return;
      const text = read.outcome === 'found' ? read.text : undefined;
      if (text !== undefined && later !== undefined) {
        hints.value = new Map(hints.peek()).set(id, hintOf(text, later));
      }
      later = text;
    }
  }

  function clear(guideId: string | null): void {
    asked += 1;
    lists += 1;
    guideOfStates = guideId;
    batch(() => {
      hints.value = new Map();
      states.value = null;
      chosen.value = null;
      trouble.value = '';
    });
  }

  return {
    /** Newest first; `null` while they are being read. */
    states,
    hints,
    /** The state that is looked at. */
    chosen,
    trouble,
    async load(guideId: string) {
      clear(guideId);
      const turn = asked;
      const found = await library.history(guideId);
      if (turn !== asked) return;
      states.value = found;
      await lookInto(guideId, found);
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
