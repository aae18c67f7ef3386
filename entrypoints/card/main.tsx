import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { CardPage, type CardState } from '../../components/beside/CardPage.tsx';
import { createWindowCard } from '../../components/beside/window-card.ts';
import { CARD_KEYS, cardActOf } from '../../keyboard/card-keys.ts';
import { cueFromStorage } from '../overlay/cue-ports.ts';

/** The always-on-top window of newer browsers, which the types don't know yet. */
declare global {
  interface Window {
    readonly documentPictureInPicture?: {
      requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
    };
  }
}

const SIZE = { width: 400, height: 190 };
/** Only one tab of Hookline has the card. */
const LOCK = 'floating-card';
const state = signal<CardState>('closed');
const told = signal('');
/** The card is open in this page, or in a window of it. */
let isShown = false;
const cue = cueFromStorage(
  (error) => {
    told.value = `The cue could not be read or stored: ${String(error)}`;
  },
  () => isShown,
);

/** Shows the cue in a window, as long as that is there. */
async function showIn(target: Window): Promise<void> {
  const card = createWindowCard({
    window: target,
    now: Date.now,
    onAct: (act) => void cue.act(act),
    actOfKey: cardActOf,
  });
  target.document.title = 'Hookline';
  target.document.documentElement.lang = 'en';
  const stop = cue.watch(card.show);
  isShown = true;
  target.addEventListener('pagehide', () => {
    isShown = false;
    stop();
  });
  await cue.refresh();
  card.show(cue.present() ?? null);
}

/** Runs `open`, unless another tab has the card; holds on to it until the promise that `open` gives is done. */
function withCard(open: () => Promise<void>): void {
  told.value = '';
  void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) {
      if (state.value === 'closed') state.value = 'taken';
      return;
    }
    try {
      await open();
    } catch (error) {
      told.value = `The card did not open: ${error instanceof Error ? error.message : String(error)}`;
    }
    state.value = 'closed';
  });
}

/** Always on top. It closes by itself when this tab does, or when another page takes the one window there is. */
async function openWindow(): Promise<void> {
  const target = await window.documentPictureInPicture?.requestWindow(SIZE);
  if (target === undefined) return;
  state.value = 'window';
  await showIn(target);
  await new Promise((done) => target.addEventListener('pagehide', done, { once: true }));
}

async function openPopup(): Promise<void> {
  const url = browser.runtime.getURL('/card.html');
  const target = open(`${url}#card`, 'hookline-card', `popup,width=${SIZE.width},height=${SIZE.height}`);
  if (target === null) throw new Error('the browser blocked the window.');
  state.value = 'popup';
  addEventListener('pagehide', () => target.close());
  // A window of its own process tells nothing when it closes.
  while (!target.closed) await new Promise((done) => setTimeout(done, 300));
}

if (location.hash === '#card') {
  await showIn(window);
} else {
  const root = document.getElementById('root');
  if (root === null) throw new Error('card/index.html has no #root');
  render(
    <CardPage
      state={state}
      told={told}
      canFloat={window.documentPictureInPicture !== undefined}
      keys={CARD_KEYS}
      open={() => withCard(openWindow)}
      openPopup={() => withCard(openPopup)}
    />,
    root,
  );
}
