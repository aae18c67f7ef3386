import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { EditorHandle } from '../../components/library/Editor.tsx';
import { draftName } from '../../components/library/editor-names.ts';
import { markdownFromHtml } from '../../components/library/from-html.ts';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { parseGuide } from '../../guide/parse.ts';
import { Desk } from '../../state/desk.ts';
import type { FollowedFiles } from '../../state/follow.ts';
import { Library } from '../../state/library.ts';
import { systemClock } from '../../state/system-clock.ts';
import { createLibraryStore } from '../../storage/library-store.ts';
import { memoryDrafts } from '../fixtures/draft-store.ts';
import { memoryArea } from '../unit/storage/memory-area.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

const noFiles: FollowedFiles = {
  isSupported: false,
  choose: async () => 'cancelled',
  find: async () => undefined,
  read: async () => 'not-allowed',
  allow: async () => false,
  see: async () => {},
  forget: async () => {},
};

/** The library page as the entrypoint wires it, over a storage in memory that a test can break. */
export async function renderLibrary(guides: Readonly<Record<string, string>> = {}) {
  const { area, changes, stored } = memoryArea();
  let time = 1_000_000_000_000;
  let ids = 0;
  let failure: Error | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const write = async (items: Record<string, unknown>) =>
    failure ? Promise.reject(failure) : area.set(items);
  const store = createLibraryStore({
    area: { ...area, set: write },
    changes,
    locks: {
      request: (_, act) => {
        const turn = before.then(act);
        before = turn.catch(() => undefined);
        return turn;
      },
    },
    others: [],
    now: () => time,
    newId: () => `guide-${++ids}`,
  });
  for (const [name, text] of Object.entries(guides)) {
    const made = await store.create(name, text);
    if (made.outcome === 'made') await store.switchTo(made.entry.id);
  }
  const clock = { ...systemClock, now: () => time };
  const library = new Library({ store, clock, sampleText: '# Sample\n', followsCurrent: false });
  const downloads: { name: string; text: string }[] = [];
  const handle = new EditorHandle();
  const desk = new Desk({
    library,
    parse: async (text) => parseGuide(text),
    fromHtml: markdownFromHtml,
    clock,
    drafts: memoryDrafts({ ...area, set: write }).store,
    onDraftGone: (id) => handle.forget(draftName(id)),
    files: noFiles,
    download: (name, text) => void downloads.push({ name, text }),
  });
  await library.start();
  const templates = [{ id: 't', name: 'A story', text: '## Story {number}: X\n' }];
  const view = render(
    <LibraryPage
      library={library}
      desk={desk}
      handle={handle}
      templates={templates}
      download={(name, text) => void downloads.push({ name, text })}
    />,
  );
  return {
    ...view,
    library,
    store,
    desk,
    handle,
    downloads,
    stored,
    user: userEvent.setup(),
    breakStorage: (error: Error | undefined) => {
      failure = error;
    },
    passWeek: () => {
      time += WEEK + 1;
    },
  };
}
