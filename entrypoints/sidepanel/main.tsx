import { signal } from '@preact/signals';
import { createRef, render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/Panel.tsx';
import { parseGuide } from '../../guide/parse.ts';
import { COMMANDS, KEY_HINTS } from '../../keyboard/commands.ts';
import { keyHandler, typingPlaceOf } from '../../keyboard/handle.ts';
import { buildIndex } from '../../matching/build-index.ts';
import { match } from '../../matching/match.ts';
import { PANEL_PORT } from '../../state/badge.ts';
import { Learnt } from '../../state/learnt.ts';
import { Session } from '../../state/session.ts';
import { systemClock } from '../../state/system-clock.ts';
import { guideItem } from '../../storage/guide-item.ts';
import { bindItem, type ReadResult } from '../../storage/item.ts';
import { latestWriter } from '../../storage/latest-writer.ts';
import { learntItem } from '../../storage/learnt-item.ts';
import { sessionItem } from '../../storage/session-item.ts';
import sampleText from '../../stories-data/default-guide.md?raw';

const local = browser.storage.local;
const guides = bindItem(guideItem, local, Date.now);
const learnts = bindItem(learntItem, local, Date.now);
const sessions = bindItem(sessionItem, local, Date.now);
const writer = crypto.randomUUID();
const notices = signal<readonly string[]>([]);
const isSample = signal(false);

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

/** Tells the background that a panel is open, again whenever its worker was stopped. */
function stayConnected(): void {
  const port = browser.runtime.connect({ name: PANEL_PORT });
  port.onDisconnect.addListener(() => setTimeout(stayConnected, 50));
}

async function open(): Promise<void> {
  const [storedGuide, saved, storedLearnt] = await Promise.all([
    load('guide', guides.read),
    load('session', sessions.read),
    load('list of what you taught', learnts.read),
  ]);
  isSample.value = storedGuide === undefined;
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
  const session = new Session({
    learnt,
    guide: parseGuide(storedGuide?.text ?? sampleText),
    matcher: (guide, pairs) => {
      const index = buildIndex(guide, pairs);
      return (question) => match(index, question);
    },
    sample: () => parseGuide(sampleText),
    clock: systemClock,
    saved,
    save: (state) => saving.put({ ...state, writer }),
  });

  guides.watch(local.onChanged, ({ text }) => {
    isSample.value = false;
    session.useGuide(parseGuide(text));
  });
  sessions.watch(local.onChanged, (state) => {
    if (state.writer !== writer) session.adopt(state);
  });

  learnts.watch(local.onChanged, (stored) => {
    if (stored.writer !== writer) learnt.adopt(stored.pairs);
  });

  const input = createRef<HTMLInputElement>();
  const focus = () => input.current?.focus();
  const onKey = keyHandler(COMMANDS, session);
  addEventListener('keydown', (event) => {
    if (onKey(event, typingPlaceOf(document.activeElement))) event.preventDefault();
    else if (document.activeElement === document.body && event.key.length === 1) focus();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    session.refresh();
    focus();
  });

  const App = () => (
    <Panel
      session={session}
      notices={notices.value}
      isSample={isSample.value}
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
  stayConnected();
  requestIdleCallback(() => session.warm());
}

void open();
