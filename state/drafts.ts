import { batch, computed, createModel, signal } from '@preact/signals';
import type { Draft, DraftPlace, DraftStore } from './draft-ports.ts';
import { WEEK } from './library-rules.ts';
import type { Clock } from './ports.ts';
import { restAfter, rests } from './rests.ts';

export interface DraftsDeps {
  readonly store: DraftStore;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Absent: a window that is loaded anew has its draft like any that was left behind. */
  readonly place?: DraftPlace | undefined;
  /** A draft is gone for good: it is a guide now, cleared away, or was given up with nothing in it. */
  readonly onGone?: ((id: string) => void) | undefined;
}

/** What of a draft the user makes. */
export type DraftContent = Pick<Draft, 'name' | 'text' | 'arrived' | 'typed'>;

/** So much that was thrown away is kept at most, so that it leaves room for guides. */
const MOST_THROWN = { count: 20, letters: 1_500_000 };

/** Asked with each letter typed, so it stops at the first one. */
const isBlank = ({ text, arrived, typed }: DraftContent) =>
  ![text, arrived, typed].some((each) => /\S/.test(each));

/** Which of the drafts go: thrown away more than a week ago, or too many. The latest thrown one stays. */
function outdated(drafts: readonly Draft[], now: number): readonly Draft[] {
  const thrown = drafts
    .filter(({ thrownAt }) => thrownAt !== null)
    .sort((a, b) => (b.thrownAt ?? 0) - (a.thrownAt ?? 0));
  let letters = 0;
  return thrown.filter(({ thrownAt, text, arrived }, place) => {
    letters += text.length + arrived.length;
    const isOver = place > 0 && (place >= MOST_THROWN.count || letters > MOST_THROWN.letters);
    return isOver || now - (thrownAt ?? now) > WEEK;
  });
}

/**
 * Keeps what is being brought in on disk as it is typed, and what was thrown away or left behind beside it. At
 * most one write is under way; what changes meanwhile is written after it, the latest only.
 */
export const Drafts = createModel(({ store, clock, place, onGone }: DraftsDeps) => {
  /** The draft that this window works on. */
  const id = signal(store.begin());
  /** The draft that this window had before it was loaded anew, until it was looked for. */
  let own = place?.get();
  /** What can be had back: thrown away, or left behind by a window that is gone. The latest first. */
  const aside = signal<readonly Draft[]>([]);
  /** Why a draft is on no disk as it is now, by its id. */
  const failed = signal<ReadonlyMap<string, string>>(new Map());
  /** Sentences about drafts that could not be read. */
  const notices = signal<readonly string[]>([]);
  /** What has to be written, by id; `null`: to be removed. */
  const waiting = new Map<string, Draft | null>();
  /** Of those to be removed: the ones that are gone for good. */
  const gone = new Set<string>();
  const isWriting = signal(false);
  /** Why something here is on no disk; `''` when all of it is. */
  const trouble = computed(() => [...failed.value.values()][0] ?? '');
  let running: Promise<void> | undefined;
  const { rest, wake } = rests(clock);
  /** Whether there is no time for rests, since the page may go. */
  let isHurried = false;
  /** Whether the present draft is stored, or about to be. */
  let isBegun = false;

  function note(draftId: string, reason: string | undefined): void {
    const others = [...failed.peek()].filter(([each]) => each !== draftId);
    failed.value = new Map(reason === undefined ? others : [...others, [draftId, reason]]);
  }

  async function drain(): Promise<void> {
    for (;;) {
      const [next] = waiting;
      if (next === undefined) break;
      const [draftId, draft] = next;
      waiting.delete(draftId);
      const began = clock.now();
      const done = draft === null ? await store.remove(draftId) : await store.keep(draft);
      // Only when it is removed: to another window it would be one that was left behind.
      if (draft === null && done.outcome === 'done' && gone.delete(draftId)) store.letGo(draftId);
      // What could not be removed is offered once more, which harms nobody.
      note(draftId, draft !== null && done.outcome === 'failed' ? done.reason : undefined);
      const due = restAfter(clock.now() - began);
      if (due > 0 && waiting.size > 0 && !isHurried) await rest(due);
    }
    running = undefined;
    isHurried = false;
    isWriting.value = false;
  }

  function write(draftId: string, draft: Draft | null): void {
    waiting.set(draftId, draft);
    isWriting.value = true;
    running ??= Promise.resolve().then(drain);
  }

  /** A draft is gone for good. */
  function end(draftId: string, isStored: boolean): void {
    if (isStored) {
      gone.add(draftId);
      write(draftId, null);
    } else store.letGo(draftId);
    onGone?.(draftId);
  }

  function drop(drafts: readonly Draft[]): void {
    if (drafts.length === 0) return;
    aside.value = aside.peek().filter((each) => !drafts.includes(each));
    for (const each of drafts) end(each.id, true);
  }

  function putAside(draft: Draft): void {
    aside.value = [draft, ...aside.peek().filter((each) => each.id !== draft.id)];
    write(draft.id, draft);
    drop(outdated(aside.peek(), clock.now()));
  }

  function giveUp(content: DraftContent): void {
    const draft = { id: id.peek(), ...content, at: clock.now(), thrownAt: clock.now() };
    if (!isBlank(content)) putAside(draft);
    else end(draft.id, isBegun);
  }

  /** From here on another draft is worked on. */
  function next(draftId: string, begun: boolean): void {
    id.value = draftId;
    isBegun = begun;
    if (begun) place?.set(draftId);
  }

  return {
    id,
    aside,
    trouble,
    failed,
    notices,
    /** Whether all of it is on disk, as it is now. */
    isHeld: computed(() => !isWriting.value && trouble.value === ''),
    /** The text in this window is now this; it is written. */
    put(content: DraftContent) {
      if (isBlank(content)) {
        if (isBegun) write(id.peek(), null);
        isBegun = false;
        return;
      }
      if (!isBegun) place?.set(id.peek());
      isBegun = true;
      write(id.peek(), { id: id.peek(), ...content, at: clock.now(), thrownAt: null });
    },
    /** The text in this window is given up, until it is wanted back after all; a blank one is forgotten. */
    throwAway(content: DraftContent) {
      batch(() => {
        giveUp(content);
        next(store.begin(), false);
      });
    },
    /** A text beside the one in this window is kept for a while, as if it had been thrown away. */
    lay(name: string, text: string) {
      const now = clock.now();
      putAside({ id: store.begin(), name, text, arrived: '', typed: '', at: now, thrownAt: now });
    },
    /** The text in this window is a guide now. */
    done() {
      end(id.peek(), isBegun);
      next(store.begin(), false);
    },
    /** Takes one back to work on it; what was worked on, `instead`, is given up for it. */
    takeBack(draftId: string, instead: DraftContent): Draft | undefined {
      const draft = aside.peek().find((each) => each.id === draftId);
      if (draft === undefined) return undefined;
      batch(() => {
        // First: giving up the other one may clear the oldest away.
        aside.value = aside.peek().filter((each) => each !== draft);
        giveUp(instead);
        next(draft.id, true);
      });
      return draft;
    },
    /** Clears one away for good. */
    forget(draftId: string) {
      drop(aside.peek().filter((each) => each.id === draftId));
    },
    /** Reads what was left when the page was closed, or ended by itself. */
    async open() {
      const wanted = own;
      own = undefined;
      const read = await store.open(wanted);
      batch(() => {
        // It is looked again soon, and what was said must still be there to be read.
        notices.value = [...new Set([...notices.peek(), ...read.notices])];
        const known = new Set([id.peek(), ...aside.peek().map((each) => each.id)]);
        aside.value = [...aside.peek(), ...read.drafts.filter((each) => !known.has(each.id))];
        drop(outdated(aside.peek(), clock.now()));
      });
    },
    /** Frees what the present draft takes on disk, for the guide that is made of it; `put` has it written again. */
    async makeRoom() {
      await running;
      await store.remove(id.peek());
    },
    /** Writes at once what waits: the page may be gone soon. */
    flush() {
      isHurried = running !== undefined;
      wake();
    },
    settled: async () => {
      while (running !== undefined) await running;
    },
  };
});

export type DraftsModel = InstanceType<typeof Drafts>;
