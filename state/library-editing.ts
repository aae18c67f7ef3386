import { batch, createModel, effect, signal } from '@preact/signals';
import { keptApart } from './kept-apart.ts';
import type { ConflictChoice, Failed, GuideText, LibraryStore, Made, SaveStatus } from './library-ports.ts';
import type { Clock } from './ports.ts';
import { restAfter, rests } from './rests.ts';

export interface EditingDeps {
  readonly store: Pick<LibraryStore, 'save' | 'keepState' | 'leave' | 'keepApart'>;
  readonly id: string;
  /** The text as it was read. */
  readonly stored: GuideText;
  /** Makes a guide of a text that lost against another window's. */
  readonly keepCopy: (text: string) => Promise<Made>;
  readonly clock: Clock;
}

/** A rest ends early when nothing was typed for as long as the save took, and for this long, in milliseconds. */
const PAUSE = 100;

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
  /** The text whose save is under way. */
  let saving: string | undefined;
  /** Whether the next save must put the text before into the history. */
  let mustKeep = false;
  const { rest, wake } = rests(clock);
  /** Whether there is no time for rests, since the page may go. */
  let isHurried = false;
  let choosing: Promise<Made | Failed | undefined> | undefined;
  const apart = keptApart(id, store, clock);

  // A text in a conflict waits for the user, who may be gone for long; a page that crashes can not leave it.
  effect(() => {
    const now = text.value;
    const { kind } = status.value;
    if (kind === 'saved') apart.drop();
    else if (kind === 'conflict' || apart.isKept()) apart.keep({ text: now, revision: disk.revision });
  });

  /** Shows what another window stored, and counts as saved. */
  function take(other: GuideText): void {
    disk = other;
    theirs = undefined;
    mustKeep = false;
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
    const keep = mustKeep;
    mustKeep = false;
    saving = mine;
    const result = await store.save(id, mine, disk.revision, keep);
    saving = undefined;
    if (result.outcome !== 'saved') mustKeep ||= keep;
    if (result.outcome === 'conflict') {
      clash(result.theirs);
      return;
    }
    if (result.outcome === 'saved') disk = { text: mine, revision: result.revision };
    if (text.peek() !== mine) return;
    if (result.outcome === 'failed') status.value = { kind: 'failed', reason: result.reason };
    else status.value = { kind: 'saved', ...(result.withoutHistory ? { withoutHistory: true } : {}) };
  }

  /** After a save that took `spent`: waits until the typing rests, or there is no time for that. In milliseconds. */
  async function restFrom(spent: number): Promise<void> {
    const longest = restAfter(spent);
    const pause = Math.max(spent, PAUSE);
    const until = clock.now() + longest;
    for (let left = longest; left > 0 && !isHurried; left = until - clock.now()) {
      const before = text.peek();
      await rest(Math.min(left, pause));
      if (text.peek() === before) return;
    }
  }

  async function drain(): Promise<void> {
    // Not before `running` is set: whatever a save calls may edit again.
    await Promise.resolve();
    while (status.peek().kind === 'saving') {
      const began = clock.now();
      await saveOnce();
      const spent = clock.now() - began;
      if (status.peek().kind === 'saving') await restFrom(spent);
    }
    running = undefined;
    isHurried = false;
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

  async function settle(choice: ConflictChoice): Promise<Made | Failed | undefined> {
    const other = theirs;
    if (status.peek().kind !== 'conflict' || other === undefined) return undefined;
    if (choice === 'mine') {
      disk = other;
      theirs = undefined;
      mustKeep = true;
      saveSoon();
      return undefined;
    }
    const mine = text.peek();
    const kept = choice === 'both' ? await keepCopy(mine) : await store.keepState(id, mine);
    // What was typed meanwhile is kept nowhere yet: ask again.
    if (kept.outcome !== 'failed' && text.peek() === mine) take(theirs ?? other);
    return kept.outcome === 'done' ? undefined : kept;
  }

  return {
    id: signal(id),
    text,
    status,
    /**
     * The text is now `next`; saves it, unless another window's text waits for a choice.
     * `keep`: the text before has to be in the history, or it is not saved.
     */
    edit(next: string, keep = false) {
      if (next === text.peek()) return;
      mustKeep ||= keep;
      const now = status.peek();
      batch(() => {
        text.value = next;
        if (now.kind === 'conflict') status.value = { ...now, mine: next };
        else if (running === undefined && next === disk.text) {
          mustKeep = false;
          status.value = { kind: 'saved' };
        } else saveSoon();
      });
    },
    /** Tries again to save what failed. */
    retry() {
      if (status.peek().kind === 'failed') saveSoon();
    },
    /** Ends a conflict. Should keeping a text fail, it stays, and the reason is in the answer. */
    choose(choice: ConflictChoice): Promise<Made | Failed | undefined> {
      choosing ??= settle(choice).finally(() => {
        choosing = undefined;
      });
      return choosing;
    },
    /** Saves what waits at once: the page may be gone soon. */
    flush() {
      if (running === undefined) return;
      isHurried = true;
      wake();
    },
    /** The page goes for certain: what is not on disk is kept apart, without waiting for anything. */
    leave() {
      if (status.peek().kind !== 'saved') store.leave(id, text.peek(), disk.revision, saving);
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
