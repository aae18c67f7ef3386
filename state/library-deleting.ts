import { type ReadonlySignal, signal } from '@preact/signals';
import type { Done, GuideList, JustDeleted, LibraryStore } from './library-ports.ts';

interface DeletingDeps {
  readonly store: Pick<LibraryStore, 'delete' | 'undelete' | 'discardDeleted'>;
  readonly list: ReadonlySignal<GuideList>;
  readonly openId: ReadonlySignal<string | null>;
  readonly open: (id: string | null) => Promise<void>;
  /** Has what is typed in a guide saved; gives back what can't be. */
  readonly secure: (id: string) => Promise<string | undefined>;
  readonly nameOf: (id: string) => string;
  readonly notify: (notice: string) => void;
  /** Runs an act, says what failed, and reads the list again. */
  readonly act: (run: () => Promise<Done>) => Promise<Done>;
}

/** Deleting guides in this window, with the way back. */
export function deleting(deps: DeletingDeps) {
  const { store, list, openId, open, secure, nameOf, notify, act } = deps;
  const justDeleted = signal<readonly JustDeleted[]>([]);
  /** The guide that took the place of one deleted here, by that one's id; none: that one was not open. */
  const cameInstead = new Map<string, string | null>();

  const isDeleted = (id: string, { entries }: GuideList) =>
    entries.some((entry) => entry.id === id && entry.deletedAt !== null);

  function forget(id: string): void {
    justDeleted.value = justDeleted.peek().filter((each) => each.id !== id);
  }

  return {
    justDeleted,
    /** Says no longer of a guide that it was deleted when that is not true any more. */
    keepTo(next: GuideList) {
      for (const { id, name } of justDeleted.peek()) {
        if (isDeleted(id, next)) continue;
        forget(id);
        if (next.entries.some((entry) => entry.id === id))
          notify(`“${name}” is in the library again: it was changed or brought back meanwhile.`);
      }
    },
    /** Deletes a guide and offers to undo that; refused while something of it is only in this window. */
    async delete(id: string): Promise<Done> {
      const name = nameOf(id);
      const wasOpen = openId.peek() === id;
      // A save that comes after would bring the guide back.
      if ((await secure(id)) !== undefined) {
        const reason = `“${name}” was not deleted: its last changes are not saved and would be lost. Have them saved first, or take them back (Ctrl+Z), and delete it then.`;
        return act(async () => ({ outcome: 'failed', reason }));
      }
      const wasCurrent = list.peek().currentId === id;
      const done = await act(() => store.delete(id));
      if (done.outcome === 'failed' || !isDeleted(id, list.peek())) return done;
      justDeleted.value = [...justDeleted.peek(), { id, name, wasCurrent }];
      if (openId.peek() === id) await open(list.peek().currentId);
      if (wasOpen) cameInstead.set(id, openId.peek());
      return done;
    },
    /** Brings a deleted guide back; one just deleted here also to where it was shown and open. */
    async undelete(id: string): Promise<Done> {
      const last = justDeleted.peek().find((each) => each.id === id);
      // Before, so that nobody is told what they did themselves.
      forget(id);
      const done = await act(() => store.undelete(id, last?.wasCurrent ?? false));
      if (last === undefined) return done;
      if (done.outcome === 'failed') justDeleted.value = [...justDeleted.peek(), last];
      else if (cameInstead.has(id) && openId.peek() === cameInstead.get(id)) await open(id);
      return done;
    },
    /** Takes the offer to undo away. */
    forgetDeleted: forget,
    async discardDeleted(): Promise<Done> {
      const done = await act(() => store.discardDeleted());
      if (done.outcome === 'done') justDeleted.value = [];
      return done;
    },
  };
}
