import type { GuideText, LibraryStore } from './library-ports.ts';
import type { Clock } from './ports.ts';
import { restAfter, rests } from './rests.ts';

/**
 * Keeps the text of one guide on disk, apart from the guide, while it can't be saved. At most one write is under
 * way; what is typed meanwhile is written after it, the latest only.
 */
export function keptApart(id: string, store: Pick<LibraryStore, 'keepApart'>, clock: Clock) {
  let isKept = false;
  /** What is to be written next; `null`: what is kept is to go. */
  let wanted: GuideText | null | undefined;
  let isRunning = false;
  const { rest, wake } = rests(clock);

  async function drain(): Promise<void> {
    isRunning = true;
    while (wanted !== undefined) {
      const words = wanted;
      wanted = undefined;
      const began = clock.now();
      await store.keepApart(id, words);
      const due = restAfter(clock.now() - began);
      if (isKept && due > 0) await rest(due);
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
