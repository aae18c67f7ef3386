import { computed, effect, signal } from '@preact/signals';
import { createRef, render } from 'preact';
import { browser } from 'wxt/browser';
import type { KeyTable } from '../../components/keys.ts';
import { BesideCamera } from '../../components/OverlaySheet.tsx';
import { Panel } from '../../components/Panel.tsx';
import { parseGuide } from '../../guide/parse.ts';
import type { Guide } from '../../guide/types.ts';
import { boundCommands, keyHints, objectionToUsual, proposeKeys } from '../../keyboard/bound.ts';
import { keyHandler, typingPlaceOf } from '../../keyboard/handle.ts';
import type { Match } from '../../matching/types.ts';
import { Asked, newestFirst } from '../../state/asked.ts';
import { Learnt } from '../../state/learnt.ts';
import { Library } from '../../state/library.ts';
import { Session } from '../../state/session.ts';
import { Settings, type SettingsModel } from '../../state/settings.ts';
import { systemClock } from '../../state/system-clock.ts';
import sampleText from '../../stories-data/default-guide.md?raw';
import spareText from '../../stories-data/spare-phrases.md?raw';
import { browserLibraryStore } from '../library/browser-store.ts';
import { openBeside } from '../overlay/beside.ts';
import { firstGuides, followLibrary } from './follow-library.ts';
import type { matcherFor } from './matcher.ts';
import { load, notices, tellMissingShortcuts } from './notices.ts';
import { stayConnected } from './stay-connected.ts';
import {
  askedStore,
  changes,
  learnts,
  savingLearnt,
  savingSettings,
  sessions,
  settingsStore,
  writer,
} from './stores.ts';

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

/** The panel's models, as they were left; each follows what other windows store. */
async function restore() {
  const library = new Library({
    store: browserLibraryStore(),
    clock: systemClock,
    sampleText,
    followsCurrent: true,
  });
  const [, saved, storedLearnt, storedAsked, storedSettings] = await Promise.all([
    library.start(),
    load('session', sessions.read),
    load('list of what you taught', learnts.read),
    load('list of what was asked', askedStore.read),
    load('settings', settingsStore.read),
  ]);
  if (saved !== undefined && saved.query.trim() !== '') await loadEngine();
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
  const { now, before } = await firstGuides(
    library,
    named.some((each) => each),
  );
  const session = new Session({
    learnt,
    asked,
    settings,
    newId: () => crypto.randomUUID(),
    guide: before ?? now,
    matcher: (guide, pairs) => engine.value?.(guide, pairs) ?? notYet(guide),
    spare: () => parseGuide(spareText),
    clock: systemClock,
    saved,
    save: sessions.change,
    nextGuide: () => void library.switchToNext(),
    openLibrary: () => void browser.tabs.create({ url: 'library.html' }),
  });
  if (before !== undefined) session.followGuide(now);
  sessions.watch(session.adopt);
  askedStore.watch(asked.adopt);
  settingsStore.watch(changes, (stored) => {
    if (stored.writer !== writer) settings.adopt(stored);
  });
  learnts.watch(changes, (stored) => {
    if (stored.writer !== writer) learnt.adopt(stored.pairs);
  });
  return { library, session, settings };
}

/** The keys as the user has them, and how to change them. */
function keyTable(settings: SettingsModel): KeyTable {
  const custom = settings.state.value.keys;
  return {
    hints: keyHints(custom),
    assign(command, press) {
      const proposal = proposeKeys(command, press, custom);
      if (proposal?.keys !== undefined) settings.setKeys(command, proposal.keys);
      return proposal?.keys === undefined ? proposal?.objection : '';
    },
    restore(command) {
      const objection = objectionToUsual(command, custom);
      if (objection === undefined) settings.setKeys(command, undefined);
      return objection ?? '';
    },
  };
}

/** A key that writes something. A space presses the button that has the focus. */
const isLetter = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) =>
  key.length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey;

async function open(): Promise<void> {
  const { library, session, settings } = await restore();
  const following = followLibrary({
    session,
    library,
    settled: () => Promise.all([sessions.settled(), savingLearnt.settled()]),
  });

  const input = createRef<HTMLInputElement>();
  const focus = () => input.current?.focus();
  const onKey = computed(() => keyHandler(boundCommands(settings.state.value.keys), session));
  addEventListener('keydown', (event) => {
    const typing = typingPlaceOf(document.activeElement);
    if (onKey.peek()(event, typing)) event.preventDefault();
    else if (isLetter(event) && !typing.isOtherField) focus();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') {
      following.leave();
      return;
    }
    session.refresh();
    void library.refresh();
    focus();
  });
  addEventListener('pagehide', following.leave);
  effect(() => document.documentElement.style.setProperty('--scale', String(settings.state.value.textSize)));

  const keys = computed(() => keyTable(settings));
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
  const isCounting = computed(() => session.countdown.value !== null);
  effect(() => (isCounting.value ? stayConnected() : undefined));
  void tellMissingShortcuts(settings);
  // A first letter may come at once: the matcher waits for the paint, and for nothing else.
  requestAnimationFrame(() =>
    setTimeout(() => {
      void loadEngine().then(() => session.warm());
      following.began();
    }),
  );
}

void open();
