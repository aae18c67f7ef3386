import { render } from 'preact';
import { browser } from 'wxt/browser';
import { clippingOf, isPasteElsewhere } from '../../components/library/clipboard.ts';
import { EditorHandle } from '../../components/library/Editor.tsx';
import { draftName } from '../../components/library/editor-names.ts';
import { markdownFromHtml } from '../../components/library/from-html.ts';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { Desk } from '../../state/desk.ts';
import { Library } from '../../state/library.ts';
import { systemClock } from '../../state/system-clock.ts';
import { handleStore } from '../../storage/file-handles.ts';
import { openUndoStore } from '../../storage/undo-store.ts';
import sampleText from '../../stories-data/default-guide.md?raw';
import templates from '../../stories-data/templates.json';
import { browserDraftStore, browserLibraryStore, PATIENCE, safeLocal } from './browser-store.ts';
import { followedFiles } from './follow-files.ts';
import { parseBeside } from './parse-beside.ts';

/** How long the browser may need to end a page that has crashed, in milliseconds. */
const AFTER_A_CRASH = 5000;

const library = new Library({
  store: browserLibraryStore(),
  clock: systemClock,
  sampleText,
  followsCurrent: false,
  place: {
    get: () => {
      const id = sessionStorage.getItem('open-guide');
      return id === null ? undefined : id || null;
    },
    set: (id) => sessionStorage.setItem('open-guide', id ?? ''),
  },
});

/** Hands over a file through the browser's own downloads. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser still reads from it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const handle = new EditorHandle();
const desk = new Desk({
  library,
  parse: parseBeside(),
  fromHtml: markdownFromHtml,
  clock: systemClock,
  drafts: browserDraftStore(),
  draftPlace: {
    get: () => sessionStorage.getItem('open-draft') ?? undefined,
    set: (id) => sessionStorage.setItem('open-draft', id),
  },
  onDraftGone: (id) => handle.forget(draftName(id)),
  files: followedFiles(window, handleStore(indexedDB)),
  download,
});

/** Looks for drafts that were left behind, and once more when they have been alone for long enough. */
function lookForDrafts(isLate: boolean): void {
  void desk.bringIn.open(isLate);
  setTimeout(() => void desk.bringIn.open(isLate), PATIENCE + 100);
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') {
    library.flush();
    desk.bringIn.drafts.flush();
    handle.remember();
    return;
  }
  void library.refresh();
  lookForDrafts(true);
  void desk.follow.look();
});
// The browser's own dialog for saving the page would only be in the way: what is typed is saved already.
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey)
    event.preventDefault();
});
// A file dropped beside the page's own places would take the browser away from the page.
for (const name of ['dragover', 'drop'] as const) addEventListener(name, (event) => event.preventDefault());
document.addEventListener('paste', (event) => {
  if (!isPasteElsewhere(event) || desk.view.value !== 'bring-in' || desk.isBringing.value) return;
  const { clipboardData } = event;
  if (clipboardData === null) return;
  event.preventDefault();
  desk.bringIn.paste(clippingOf(clipboardData));
});
addEventListener('pagehide', () => {
  // A save that is only begun here would not come to its end.
  library.leave();
  handle.remember();
});
addEventListener('beforeunload', (event) => {
  library.flush();
  desk.bringIn.drafts.flush();
  if (library.unsaved.value.length > 0 || desk.bringIn.hasUnkept.value) event.preventDefault();
});

const root = document.getElementById('root');
if (root === null) throw new Error('library/index.html has no #root');
render(
  <LibraryPage library={library} desk={desk} handle={handle} templates={templates} download={download} />,
  root,
);

async function start(): Promise<void> {
  // Now, so that the first letter is not the one that waits for it.
  void safeLocal.ready();
  handle.memory = await openUndoStore(browser.storage.session, Date.now);
  await library.start();
  lookForDrafts(false);
  // A window that ended by itself may hold on to what it had for a while.
  setTimeout(() => lookForDrafts(true), AFTER_A_CRASH);
  // `#bring-in` is how other pages of the extension lead here.
  if (location.hash === '#bring-in' || library.entries.value.length === 0) desk.show('bring-in');
}
void start();
