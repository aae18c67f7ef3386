import { computed, effect, signal, untracked } from '@preact/signals';
import { createRef, render } from 'preact';
import { browser } from 'wxt/browser';
import type { KeyTable } from '../../components/keys.ts';
import { BesideCamera } from '../../components/OverlaySheet.tsx';
import { type Notice, Panel } from '../../components/Panel.tsx';
import { parseGuide } from '../../guide/parse.ts';
import type { Guide } from '../../guide/types.ts';
import { boundCommands, keyHints, objectionToUsual, proposeKeys } from '../../keyboard/bound.ts';
import { keyHandler, typingPlaceOf } from '../../keyboard/handle.ts';
import type { Match } from '../../matching/types.ts';
import { Asked, newestFirst } from '../../state/asked.ts';
import { PANEL_PORT } from '../../state/badge.ts';
import { Learnt } from '../../state/learnt.ts';
import { Library } from '../../state/library.ts';
import { NEW_SESSION } from '../../state/ports.ts';
import { Seen } from '../../state/seen.ts';
import { Session } from '../../state/session.ts';
import { Settings, type SettingsModel } from '../../state/settings.ts';
import { systemClock } from '../../state/system-clock.ts';
import { createAskedStore } from '../../storage/asked-store.ts';
import { bindItem, type ReadResult } from '../../storage/item.ts';
import { latestWriter } from '../../storage/latest-writer.ts';
import { learntItem } from '../../storage/learnt-item.ts';
import { createSessionStore } from '../../storage/session-store.ts';
import { settingsItem } from '../../storage/settings-item.ts';
import sampleText from '../../stories-data/default-guide.md?raw';
import spareText from '../../stories-data/spare-phrases.md?raw';
import { browserLibraryStore, safeLocal } from '../library/browser-store.ts';
import { parseBeside } from '../library/parse-beside.ts';
import { openBeside } from '../overlay/beside.ts';
import type { matcherFor } from './matcher.ts';
import { missingShortcuts, openShortcutPage } from './shortcuts.ts';

const local = browser.storage.local;
const learnts = bindItem(learntItem, safeLocal, Date.now);
const settingsStore = bindItem(settingsItem, safeLocal, Date.now);
const writer = crypto.randomUUID();
const shared = { area: safeLocal, changes: local.onChanged, writer, now: Date.now };
const sessions = createSessionStore({
  ...shared,
  fresh: NEW_SESSION,
  lock: (act) => afterPaint().then(() => navigator.locks.request('session', act)),
  onError: (error) => notify(`The browser could not store what you are doing: ${String(error)}`),
});
const askedStore = createAskedStore({
  ...shared,
  lock: (act) => navigator.locks.request('asked', act),
  onError: (error) => notify(`The browser could not store what was asked: ${String(error)}`),
});
const library = new Library({
  store: browserLibraryStore(),
  clock: systemClock,
  sampleText,
  followsCurrent: true,
});
const notices = signal<readonly Notice[]>([]);

/** Adds a sentence for the user once. */
function notify(text: string, more: Omit<Notice, 'text'> = {}): void {
  if (!notices.value.some((notice) => notice.text === text))
    notices.value = [...notices.value, { text, ...more }];
}

/** Says which keys the browser did not give, once for each set of them. */
async function tellMissingShortcuts(settings: SettingsModel): Promise<void> {
  const missing = (await missingShortcuts()).join(', ');
  if (missing === '' || missing === settings.state.peek().missingKeysSeen) return;
  const text = `The browser gave Hookline no ${missing}: another extension may have the key.`;
  notify(text, {
    act: { label: 'Choose keys…', run: openShortcutPage },
    dismiss() {
      settings.change({ missingKeysSeen: missing });
      notices.value = notices.value.filter((notice) => notice.text !== text);
    },
  });
}

/** Storing can wait for the answer to be painted, but not for a page that is going away. */
function afterPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    addEventListener('pagehide', () => done(), { once: true });
    setTimeout(done, 100);
  });
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
  const [, saved, storedLearnt, storedAsked, storedSettings] = await Promise.all([
    library.start(),
    load('session', sessions.read),
    load('list of what you taught', learnts.read),
    load('list of what was asked', askedStore.read),
    load('settings', settingsStore.read),
  ]);
  if (saved !== undefined && saved.query.trim() !== '') await loadEngine();
  const savingSettings = latestWriter(settingsStore.write, (error) =>
    notify(`The browser could not store your settings: ${String(error)}`),
  );
  const savingLearnt = latestWriter(learnts.write, (error) =>
    notify(`The browser could not store what you taught: ${String(error)}`),
  );
  const learnt = new Learnt({
    saved: storedLearnt?.pairs ?? [],
    save: (pairs) => savingLearnt.put({ pairs, writer }),
  });
  const asked = new Asked({
    saved: newestFirst(storedAsked?.entries ?? []),
    put: askedStore.put,
    remove: askedStore.remove,
  });
  const settings = new Settings({
    saved: storedSettings,
    save: (state) => savingSettings.put({ ...state, writer }),
  });
  // What is stored of stories names them by ids of the text that a panel read last.
  const named = [saved?.pick, saved?.open, saved?.said, saved?.countdown, learnt.pairs.peek()[0]];
  const openId = library.openId.peek();
  const seenBefore = named.some((each) => each) ? await library.seenBefore(openId) : undefined;
  const guideNow = parseGuide(library.text.peek());
  const isFollowing = seenBefore !== undefined && openId === library.openId.peek();
  const session = new Session({
    learnt,
    asked,
    settings,
    newId: () => crypto.randomUUID(),
    guide: isFollowing ? parseGuide(seenBefore) : guideNow,
    matcher: (guide, pairs) => engine.value?.(guide, pairs) ?? notYet(guide),
    spare: () => parseGuide(spareText),
    clock: systemClock,
    saved,
    save: sessions.change,
    nextGuide: () => void library.switchToNext(),
    openLibrary: () => void browser.tabs.create({ url: 'library.html' }),
  });

  if (isFollowing) session.followGuide(guideNow);
  const seen = new Seen({
    clock: systemClock,
    note: async (id, text) => {
      await Promise.all([sessions.settled(), savingLearnt.settled()]);
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
  sessions.watch(session.adopt);
  askedStore.watch(asked.adopt);
  settingsStore.watch(local.onChanged, (stored) => {
    if (stored.writer !== writer) settings.adopt(stored);
  });
  learnts.watch(local.onChanged, (stored) => {
    if (stored.writer !== writer) learnt.adopt(stored.pairs);
  });

  const isCounting = computed(() => session.countdown.value !== null);
  const input = createRef<HTMLInputElement>();
  const focus = () => input.current?.focus();
  const custom = computed(() => settings.state.value.keys);
  const onKey = computed(() => keyHandler(boundCommands(custom.value), session));
  const keys = computed<KeyTable>(() => ({
    hints: keyHints(custom.value),
    assign(command, press) {
      const proposal = proposeKeys(command, press, custom.peek());
      if (proposal?.keys !== undefined) settings.setKeys(command, proposal.keys);
      return proposal?.keys === undefined ? proposal?.objection : '';
    },
    restore(command) {
      const objection = objectionToUsual(command, custom.peek());
      if (objection === undefined) settings.setKeys(command, undefined);
      return objection ?? '';
    },
  }));
  effect(() => document.documentElement.style.setProperty('--scale', String(settings.state.value.textSize)));
  addEventListener('keydown', (event) => {
    const typing = typingPlaceOf(document.activeElement);
    if (onKey.peek()(event, typing)) event.preventDefault();
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

  const beside = openBeside();
  const App = () => (
    <BesideCamera.Provider value={beside}>
      <Panel
        session={session}
        library={library}
        notices={[...library.notices.value.map((text) => ({ text })), ...notices.value]}
        keys={keys.value}
        input={input}
      />
    </BesideCamera.Provider>
  );
  const root = document.getElementById('root');
  if (root === null) throw new Error('sidepanel/index.html has no #root');
  render(<App />, root);
  const { length } = session.query.value;
  input.current?.setSelectionRange(length, length);
  focus();
  // Without a countdown there is nothing to tell, and the worker may rest.
  effect(() => (isCounting.value ? stayConnected() : undefined));
  void tellMissingShortcuts(settings);
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
