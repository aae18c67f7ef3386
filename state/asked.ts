import { computed, createModel, signal } from '@preact/signals';
import { storyName } from '../guide/story.ts';
import type { Story } from '../guide/types.ts';

/** One question that was asked, and what came of it. */
export interface AskedEntry {
  readonly id: string;
  /** When it was first asked, epoch milliseconds. */
  readonly at: number;
  /** As typed; empty where a story was told that nothing was typed for. */
  readonly question: string;
  /** The story that answered; `null`: none did, a gap to write for. */
  readonly storyId: string | null;
  /** Its name at the time; empty without a story. */
  readonly storyName: string;
  /** Whole seconds that the story was told; 0 where no clock ran. */
  readonly spoken: number;
}

export interface AskedDeps {
  readonly saved: readonly AskedEntry[];
  /** Stores entries, new or changed; must not throw. */
  readonly put: (entries: readonly AskedEntry[]) => void;
  /** Deletes the entries with these ids; must not throw. */
  readonly remove: (ids: readonly string[]) => void;
}

/** Newest first. */
export const newestFirst = (entries: readonly AskedEntry[]): AskedEntry[] =>
  [...entries].sort((a, b) => b.at - a.at);

/** The list with these entries in it, new or changed, newest first. */
export function withEntries(list: readonly AskedEntry[], entries: readonly AskedEntry[]): AskedEntry[] {
  const changed = new Map(entries.map((entry) => [entry.id, entry]));
  return newestFirst([...changed.values(), ...list.filter(({ id }) => !changed.has(id))]);
}

/** The list of what was asked, newest first. */
export const Asked = createModel((deps: AskedDeps) => {
  const entries = signal<readonly AskedEntry[]>(deps.saved);
  /** What the last deletion took, for undo. */
  const removed = signal<readonly AskedEntry[]>([]);
  /** Ids of deleted entries: the question may still be in the typing place, and must not come back by itself. */
  const gone = new Set<string>();

  function put(next: readonly AskedEntry[]): void {
    entries.value = withEntries(entries.peek(), next);
    deps.put(next);
  }

  function remove(ids: readonly string[]): void {
    removed.value = entries.peek().filter(({ id }) => ids.includes(id));
    for (const id of ids) gone.add(id);
    entries.value = entries.peek().filter(({ id }) => !ids.includes(id));
    deps.remove(ids);
  }

  return {
    entries,
    canUndo: computed(() => removed.value.length > 0),
    /** Adds an entry, or changes the one with its id; the time at which it was first asked stays. */
    put(entry: AskedEntry) {
      if (gone.has(entry.id)) return;
      const known = entries.peek().find(({ id }) => id === entry.id);
      const next = known === undefined ? entry : { ...entry, at: known.at };
      if (known === undefined || !isSame(known, next)) put([next]);
    },
    /** Sets the time told, whole seconds, of the entry with this id; unknown ids do nothing. */
    spoke(id: string, spoken: number) {
      const known = entries.peek().find((entry) => entry.id === id);
      if (known !== undefined && known.spoken !== spoken) put([{ ...known, spoken }]);
    },
    remove: (id: string) => remove([id]),
    removeAll: () => remove(entries.peek().map(({ id }) => id)),
    /** Takes the last deletion back, once; what was asked since stays. */
    undo() {
      const back = removed.peek();
      removed.value = [];
      for (const { id } of back) gone.delete(id);
      if (back.length > 0) put(back);
    },
    /** Takes over what another window stored. */
    adopt(next: readonly AskedEntry[]) {
      entries.value = next;
    },
  };
});

export type AskedModel = InstanceType<typeof Asked>;

function isSame(a: AskedEntry, b: AskedEntry): boolean {
  return (
    a.question === b.question &&
    a.storyId === b.storyId &&
    a.storyName === b.storyName &&
    a.spoken === b.spoken
  );
}

/** The part of an entry that says which story answered. */
export const answeredBy = (story: Story | undefined): Pick<AskedEntry, 'storyId' | 'storyName'> =>
  story === undefined ? { storyId: null, storyName: '' } : { storyId: story.id, storyName: storyName(story) };
