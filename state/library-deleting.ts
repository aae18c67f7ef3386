import { type ReadonlySignal, signal } from '@preact/signals';
import type { Done, GuideList, JustDeleted, LibraryStore } from './library-ports.ts';

interface DeletingDeps {
  readonly store: Pick<LibraryStore, 'delete' | 'undelete' | 'discardDeleted'>;
  readonly list: ReadonlySignal<GuideList>;
  readonly openId: ReadonlySignal<string | null>;
  readonly open: (id: string | null) => Promise<void>;
  readonly nameOf: (id: string) => string;
  /** Runs an act, says what failed, and reads the list again. */
  readonly act: (run: () => Promise<Done>) => Promise<Done>;
}

/** Deleting guides in this window, with the way back. */
export function deleting({ store, list, openId, open, nameOf, act }: DeletingDeps) {
  const justDeleted = signal<JustDeleted | null>(null);
  /** The guide that took the place of the one just deleted here; `undefined`: that one was not open. */
  let cameInstead: string | null | undefined;

  return {
    justDeleted,
    /** Forgets the last deleted guide when it was cleared away. */
    keepTo(next: GuideList) {
      const lastId = justDeleted.peek()?.id;
      if (lastId !== undefined && !next.entries.some(({ id }) => id === lastId)) justDeleted.value = null;
    },
    /** Deletes a guide and offers to undo that. */
    async delete(id: string): Promise<Done> {
      const name = nameOf(id);
      const wasOpen = openId.peek() === id;
      const wasCurrent = list.peek().currentId === id;
      const done = await act(() => store.delete(id));
      if (done.outcome === 'failed') return done;
      justDeleted.value = { id, name, wasCurrent };
      if (openId.peek() === id) await open(list.peek().currentId);
      cameInstead = wasOpen ? openId.peek() : undefined;
      return done;
    },
    /** Brings a deleted guide back; the one just deleted also to where it was shown and open. */
    async undelete(id: string): Promise<Done> {
      const last = justDeleted.peek();
      const isLast = last?.id === id;
      const done = await act(() => store.undelete(id, isLast && last.wasCurrent));
      if (done.outcome === 'failed' || !isLast) return done;
      justDeleted.value = null;
      if (cameInstead !== undefined && openId.peek() === cameInstead) await open(id);
      return done;
    },
    async discardDeleted(): Promise<Done> {
      const done = await act(() => store.discardDeleted());
      if (done.outcome === 'done') justDeleted.value = null;
      return done;
    },
  };
}
