import { batch, computed, signal } from '@preact/signals';
import { Editing, type EditingModel } from './library-editing.ts';
import type { LibraryStore, Made, OpenPlace } from './library-ports.ts';
import type { Clock } from './ports.ts';

interface OpeningDeps {
  readonly store: Pick<LibraryStore, 'read' | 'save' | 'keepState' | 'leave' | 'keepApart'>;
  readonly clock: Clock;
  readonly place: OpenPlace | undefined;
  /** Makes a guide of a text of this guide that lost against another window's. */
  readonly keepCopy: (id: string, text: string) => Promise<Made>;
  readonly notify: (notice: string) => void;
}

/** Which guide is open in this window, and every text that was: one {@link Editing} for each guide. */
export function opening({ store, clock, place, keepCopy, notify }: OpeningDeps) {
  /** The guide whose text this window shows; `undefined`: the sample guide. */
  const opened = signal<EditingModel | undefined>(undefined);
  /** Guides that were open here: what of them is unsaved must not be forgotten when another one is opened. */
  const all = signal<readonly EditingModel[]>([]);
  /** Counts what was asked to be opened, so that a slow read does not open what is no longer wanted. */
  let asked = 0;

  const of = (id: string) => all.peek().find((each) => each.id.peek() === id);

  function show(editing: EditingModel | undefined): void {
    opened.value = editing;
    place?.set(editing?.id.peek() ?? null);
  }

  async function open(id: string | null): Promise<void> {
    const turn = ++asked;
    if (id === null) return show(undefined);
    const known = of(id);
    if (known !== undefined && (known === opened.peek() || known.status.peek().kind !== 'saved'))
      return show(known);
    const stored = await store.read(id);
    if (turn !== asked) return;
    if (stored.outcome === 'failed') return notify(stored.reason);
    // Never a second one for the same guide: each would save against the other.
    const there = of(id);
    there?.told(stored);
    const { text, revision } = stored;
    const editing =
      there ??
      new Editing({
        store,
        id,
        stored: { text, revision },
        clock,
        keepCopy: (mine) => keepCopy(id, mine),
      });
    batch(() => {
      if (there === undefined) all.value = [...all.peek(), editing];
      show(editing);
    });
  }

  return {
    opened,
    all,
    open,
    openId: computed(() => opened.value?.id.value ?? null),
    /** The guides with a text in this window that is not on disk. */
    unsaved: computed(() => all.value.filter((each) => each.status.value.kind !== 'saved')),
    /**
     * Has what is typed in a guide saved at once.
     * @returns the text that could not be saved; `undefined`: all of it is on disk
     */
    async secure(id: string): Promise<string | undefined> {
      const editing = of(id);
      if (editing === undefined) return undefined;
      editing.retry();
      editing.flush();
      await editing.settled();
      return editing.status.peek().kind === 'saved' ? undefined : editing.text.peek();
    },
    /** The same for every guide of this window. @returns the texts that could not be saved, by guide */
    async secureAll(): Promise<ReadonlyMap<string, string>> {
      for (const each of all.peek()) {
        each.retry();
        each.flush();
      }
      await Promise.all(all.peek().map((each) => each.settled()));
      const left = all.peek().filter((each) => each.status.peek().kind !== 'saved');
      return new Map(left.map((each) => [each.id.peek(), each.text.peek()]));
    },
    /** Saves at once what waits in this window. */
    flush() {
      for (const each of all.peek()) each.flush();
    },
    /** The page goes for certain: keeps what is not on disk yet, without waiting for anything. */
    leave() {
      for (const each of all.peek()) each.leave();
    },
    /** Resolves when nothing is being saved in this window. */
    settled: async () => void (await Promise.all(all.peek().map((each) => each.settled()))),
  };
}
