import { computed, effect, signal, untracked } from '@preact/signals';
import { createRef, render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/Panel.tsx';
import { parseGuide } from '../../guide/parse.ts';
import type { Guide } from '../../guide/types.ts';
import { COMMANDS, KEY_HINTS } from '../../keyboard/commands.ts';
import { keyHandler, typingPlaceOf } from '../../keyboard/handle.ts';
import type { Match } from '../../matching/types.ts';
import { PANEL_PORT } from '../../state/badge.ts';
import { Learnt } from '../../state/learnt.ts';
import { Library } from '../../state/library.ts';
import { Seen } from '../../state/seen.ts';
import { Session } from '../../state/session.ts';
import { systemClock } from '../../state/system-clock.ts';
import { bindItem, type ReadResult } from '../../storage/item.ts';
import { latestWriter } from '../../storage/latest-writer.ts';
import { learntItem } from '../../storage/learnt-item.ts';
import { createLibraryStore } from '../../storage/library-store.ts';
import { OTHER_ITEMS } from '../../storage/other-items.ts';
import { sessionItem } from '../../storage/session-item.ts';
import sampleText from '../../stories-data/default-guide.md?raw';
import spareText from '../../stories-data/spare-phrases.md?raw';
import { parseBeside } from '../library/parse-beside.ts';
import type { matcherFor } from './matcher.ts';

const local = browser.storage.local;
const learnts = bindItem(learntItem, local, Date.now);
const sessions = bindItem(sessionItem, local, Date.now);
const library = new Library({
  store: createLibraryStore({
    area: local,
    changes: local.onChanged,
    locks: { request: (name, act) => navigator.locks.request(name, act) },
    others: OTHER_ITEMS,
    now: Date.now,
    newId: () => crypto.randomUUID(),
  }),
  clock: systemClock,
  sampleText,
  followsCurrent: true,
});
const writer = crypto.randomUUID();
const notices = signal<readonly string[]>([]);

/** Adds a sentence for the user once. */
function notify(notice: string): void {
  if (!notices.value.includes(notice)) notices.value = [...notices.value, notice];
}

/** Reads a stored item; what can't be read is said and never overwritten unseen. */
async function load<T>(name: string, read: () => Promise<ReadResult<T>>): Promise<T | undefined> {
  try {
    const { value, setAside } = await read();
    if (setAside !== undefined)
      notify(`Your stored ${name} could not be read. It is kept as it was, under “${setAside}”.`);
    return value;
  } catch (error) {
    notify(`The browser could not read your stored ${name}: ${String(error)}`);
    return undefined;
  }
}

/**
 * Tells the background that a panel shows the time, again whenever its worker was stopped.
 * Returns a function that takes it back.
 */
function stayConnected(): () => void {
  let port = browser.runtime.connect({ name: PANEL_PORT });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    retry = setTimeout(() => {
      port = browser.runtime.connect({ name: PANEL_PORT });
      port.onDisconnect.addListener(again);
    }, 50);
  };
  port.onDisconnect.addListener(again);
  return () => {
    clearTimeout(retry);
    port.disconnect();
  };
}

/** What answers questions; its model is large, so it comes after the first paint, or before if something is asked. */
const engine = signal<typeof matcherFor | undefined>(undefined);

async function loadEngine(): Promise<void> {
  engine.value = (await import('./matcher.ts')).matcherFor;
}

/** Until then nothing is ranked. */
function notYet({ stories }: Guide): (question: string) => Match {
  const listed = stories.map((story) => ({ story, score: 0, reasons: [] }));
  return (query) => ({ query, outcome: 'empty', confidence: 0, competencies: [], stories: listed });
}

/** A key that writes something. A space presses the button that has the focus. */
const isLetter = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) =>
  key.length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey;

async function open(): Promise<void> {
  const [, saved, storedLearnt] = await Promise.all([
    library.start(),
    load('session', sessions.read),
    load('list of what you taught', learnts.read),
  ]);
  if (saved !== undefined && saved.query.trim() !== '') await loadEngine();
  const saving = latestWriter(sessions.write, (error) =>
    notify(`The browser could not store what you are doing: ${String(error)}`),
  );
  const savingLearnt = latestWriter(learnts.write, (error) =>
    notify(`The browser could not store what you taught: ${String(error)}`),
  );
  const learnt = new Learnt({
    saved: storedLearnt?.pairs ?? [],
    save: (pairs) => savingLearnt.put({ pairs, writer }),
  });
  // What is stored of stories names them by ids of the text that a panel read last.
  const isReferring = saved?.pick != null || saved?.countdown != null || learnt.pairs.peek().length > 0;
  const openId = library.openId.peek();
  const seenBefore = isReferring ? await library.seenBefore(openId) : undefined;
  const guideNow = parseGuide(library.text.peek());
  const isFollowing = seenBefore !== undefined && openId === library.openId.peek();
  const session = new Session({
    learnt,
    guide: isFollowing ? parseGuide(seenBefore) : guideNow,
    matcher: (guide, pairs) => engine.value?.(guide, pairs) ?? notYet(guide),
    spare: () => parseGuide(spareText),
    clock: systemClock,
    saved,
    save: (state) => saving.put({ ...state, writer }),
    nextGuide: () => void library.switchToNext(),
    openLibrary: () => void browser.tabs.create({ url: 'library.html' }),
  });

  if (isFollowing) session.followGuide(guideNow);
  const seen = new Seen({
    clock: systemClock,
    note: async (id, text) => {
      await Promise.all([saving.settled(), savingLearnt.settled()]);
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
  sessions.watch(local.onChanged, (state) => {
    if (state.writer !== writer) session.adopt(state);
  });

  learnts.watch(local.onChanged, (stored) => {
    if (stored.writer !== writer) learnt.adopt(stored.pairs);
  });

  const isCounting = computed(() => session.countdown.value !== null);
  const input = createRef<HTMLInputElement>();
  const focus = () => input.current?.focus();
  const onKey = keyHandler(COMMANDS, session);
  addEventListener('keydown', (event) => {
    const typing = typingPlaceOf(document.activeElement);
    if (onKey(event, typing)) event.preventDefault();
    else if (isLetter(event) && !typing.isOtherField) focus();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') {
      seen.flush();
      return;
    }
    session.refresh();
    void library.refresh();
    focus();
  });

  const App = () => (
    <Panel
      session={session}
      library={library}
      notices={[...library.notices.value, ...notices.value]}
      keys={KEY_HINTS}
      input={input}
    />
  );
  const root = document.getElementById('root');
  if (root === null) throw new Error('sidepanel/index.html has no #root');
  render(<App />, root);
  const { length } = session.query.value;
  input.current?.setSelectionRange(length, length);
  focus();
  // Without a countdown there is nothing to tell, and the worker may rest.
  effect(() => (isCounting.value ? stayConnected() : undefined));
  // A first letter may come at once: the matcher waits for the paint, and for nothing else.
  requestAnimationFrame(() =>
    setTimeout(() => {
      void loadEngine().then(() => session.warm());
      seen.show(shown, library.text.peek());
      seen.flush();
    }),
  );
  addEventListener('pagehide', () => seen.flush());
}

void open();
