import { effect, untracked } from '@preact/signals';
import { parseGuide } from '../../guide/parse.ts';
import type { LibraryModel } from '../../state/library.ts';
import { Seen } from '../../state/seen.ts';
import type { SessionModel } from '../../state/session.ts';
import { systemClock } from '../../state/system-clock.ts';
import { latestWriter } from '../../storage/latest-writer.ts';
import { parseBeside } from '../library/parse-beside.ts';
import { notify } from './notices.ts';

export interface FollowDeps {
  readonly session: SessionModel;
  readonly library: LibraryModel;
  /** Until what names stories by the present text's ids is stored. */
  readonly settled: () => Promise<unknown>;
}

/**
 * Keeps the session on the library's current guide: the open story, ticks and countdown follow their story through
 * every edit, and a guide that was edited while no panel was open is followed from the text that was read last.
 * @returns `began` is to be called once the guide is on screen, `leave` when the panel may be gone soon
 */
export function followLibrary({ session, library, settled }: FollowDeps): {
  readonly began: () => void;
  readonly leave: () => void;
} {
  const seen = new Seen({
    clock: systemClock,
    note: async (id, text) => {
      await settled();
      await library.noteSeen(id, text);
    },
  });
  let shown = library.openId.peek();
  let parse: ReturnType<typeof parseBeside> | undefined;
  const showing = latestWriter<{ id: string | null; text: string }>(
    async ({ id, text }) => {
      // A long text is read in a worker: pages of an extension share a thread, and its editor may be one of them.
      parse ??= parseBeside();
      const guide = await parse(text);
      if (id !== shown) {
        const before = await library.seenBefore(id);
        session.useGuide(before === undefined ? guide : await parse(before));
        if (before !== undefined) session.followGuide(guide);
      } else session.followGuide(guide);
      shown = id;
      seen.show(id, text);
    },
    (error) => notify(`The guide could not be shown: ${String(error)}`),
  );
  let isFirst = true;
  effect(() => {
    const next = { id: library.openId.value, text: library.text.value };
    if (!isFirst) untracked(() => showing.put(next));
    isFirst = false;
  });
  return {
    began() {
      seen.show(shown, library.text.peek());
      seen.flush();
    },
    leave: () => seen.flush(),
  };
}

/**
 * The guide to begin with, and the text in which a panel last read it where that is to be followed first.
 * @param isNamed whether anything stored names its stories
 */
export async function firstGuides(library: LibraryModel, isNamed: boolean) {
  const id = library.openId.peek();
  const before = isNamed ? await library.seenBefore(id) : undefined;
  const now = parseGuide(library.text.peek());
  const isFollowing = before !== undefined && id === library.openId.peek();
  return { now, before: isFollowing ? parseGuide(before) : undefined };
}
