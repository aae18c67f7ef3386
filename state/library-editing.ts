import { batch, createModel, signal } from '@preact/signals';
import type { ConflictChoice, GuideText, LibraryStore, Made, SaveStatus } from './library-ports.ts';
import type { Clock } from './ports.ts';

export interface EditingDeps {
  readonly store: Pick<LibraryStore, 'save'>;
  readonly id: string;
  /** The text as it was read. */
  readonly stored: GuideText;
  /** Makes a guide of a text that lost against another window's. */
  readonly keepCopy: (text: string) => Promise<Made>;
  readonly clock: Clock;
}

/** Saves that take longer than this have a rest between them, so that typing in a long guide stays smooth. */
const QUICK = 50;
const LONGEST_REST = 1000;

/**
 * One guide's text in this window. At most one save is under way; what is typed meanwhile is saved after it,
 * the latest only. `saved` stands for exactly this: the text shown is the text on disk.
 */
export const Editing = createModel(({ store, id, stored, keepCopy, clock }: EditingDeps) => {
  const text = signal(stored.text);
  const status = signal<SaveStatus>({ kind: 'saved' });
  /** What is on disk, as far as this window knows. */
  let disk = stored;
  /** What another window stored while this one was saving, or that a conflict is about. */
  let theirs: GuideText | undefined;
  let running: Promise<void> | undefined;

  /** Shows what another window stored, and counts as saved. */
  function take(other: GuideText): void {
    disk = other;
    theirs = undefined;
    batch(() => {
      text.value = other.text;
      status.value = { kind: 'saved' };
    });
  }

  /** Another window's text stands against the one here: the user is to choose, unless they are the same. */
  function clash(other: GuideText): void {
    if (text.peek() === other.text) {
      take(other);
      return;
    }
    theirs = other;
    status.value = { kind: 'conflict', mine: text.peek(), theirs: other.text };
  }

  /** What was stored, perhaps by another window: followed when it is later and nothing here is unsaved. */
  function consider(other: GuideText): void {
    if (other.revision <= disk.revision) return;
    if (status.peek().kind === 'saved') take(other);
    else clash(other);
  }

  async function saveOnce(): Promise<void> {
    const mine = text.peek();
    const result = await store.save(id, mine, disk.revision);
    if (result.outcome === 'conflict') {
      clash(result.theirs);
      return;
    }
    if (result.outcome === 'saved') disk = { text: mine, revision: result.revision };
    if (text.peek() !== mine) return;
    status.value = result.outcome === 'saved' ? { kind: 'saved' } : { kind: 'failed', reason: result.reason };
  }

  async function drain(): Promise<void> {
    // Not before `running` is set: whatever a save calls may edit again.
    await Promise.resolve();
    while (status.peek().kind === 'saving') {
      const began = clock.now();
      await saveOnce();
      const spent = clock.now() - began;
      if (spent > QUICK && status.peek().kind === 'saving')
        await new Promise<void>((done) => void clock.after(Math.min(2 * spent, LONGEST_REST), done));
    }
    running = undefined;
    const seen = theirs;
    if (seen !== undefined && status.peek().kind !== 'conflict') {
      theirs = undefined;
      consider(seen);
    }
  }

  function saveSoon(): void {
    status.value = { kind: 'saving' };
    running ??= drain();
  }

  return {
    id: signal(id),
    text,
    status,
    /** The text is now `next`; saves it, unless another window's text waits for a choice. */
    edit(next: string) {
      if (next === text.peek()) return;
      const now = status.peek();
      batch(() => {
        text.value = next;
        if (now.kind === 'conflict') status.value = { ...now, mine: next };
        else if (running === undefined && next === disk.text) status.value = { kind: 'saved' };
        else saveSoon();
      });
    },
    /** Tries again to save what failed. */
    retry() {
      if (status.peek().kind === 'failed') saveSoon();
    },
    /** Ends a conflict. Should making the copy fail, it stays, and the reason is in the answer. */
    async choose(choice: ConflictChoice): Promise<Made | undefined> {
      const other = theirs;
      if (status.peek().kind !== 'conflict' || other === undefined) return undefined;
      if (choice === 'mine') {
        disk = other;
        theirs = undefined;
        saveSoon();
        return undefined;
      }
      if (choice === 'theirs') {
        take(other);
        return undefined;
      }
      const mine = text.peek();
      const made = await keepCopy(mine);
      // What was typed while the copy was being made is in no copy yet: ask again.
      if (made.outcome === 'made' && text.peek() === mine) take(theirs ?? other);
      return made;
    },
    /** Some window stored this; it may have been this one. */
    told(other: GuideText) {
      if (running === undefined) consider(other);
      else if (theirs === undefined || other.revision > theirs.revision) theirs = other;
    },
    /** Resolves when no save is under way. */
    settled: () => running ?? Promise.resolve(),
  };
});

export type EditingModel = InstanceType<typeof Editing>;
