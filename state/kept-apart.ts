import type { GuideText, LibraryStore } from './library-ports.ts';
import type { Clock } from './ports.ts';

/** After a write that took longer than this there is a rest, so that typing in a long guide stays smooth. In ms. */
const QUICK = 50;
const LONGEST_REST = 1000;

/**
 * Keeps the text of one guide on disk, apart from the guide, while it can't be saved. At most one write is under
 * way; what is typed meanwhile is written after it, the latest only.
 */
export function keptApart(id: string, store: Pick<LibraryStore, 'keepApart'>, clock: Clock) {
  let isKept = false;
  /** What is to be written next; `null`: what is kept is to go. */
  let wanted: GuideText | null | undefined;
  let isRunning = false;
  /** Ends the rest between two writes, while there is one. */
  let wake = () => {};

  async function rest(spent: number): Promise<void> {
    await new Promise<void>((done) => {
      const callOff = clock.after(Math.min(2 * spent, LONGEST_REST), done);
      wake = () => {
        callOff();
        done();
      };
    });
  }

  async function drain(): Promise<void> {
    isRunning = true;
    while (wanted !== undefined) {
      const words = wanted;
      wanted = undefined;
      const began = clock.now();
      await store.keepApart(id, words);
      const spent = clock.now() - began;
      if (isKept && spent > QUICK) await rest(spent);
    }
    isRunning = false;
  }

  return {
    isKept: () => isKept,
    /** These words are to be on disk soon. */
    keep(words: GuideText) {
      isKept = true;
      wanted = words;
      if (!isRunning) void drain();
    },
    /** Nothing needs to be kept any more. */
    drop() {
      if (!isKept) return;
      isKept = false;
      wanted = null;
      wake();
      if (!isRunning) void drain();
    },
  };
}
