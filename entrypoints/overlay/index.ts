/**
 * Injected into call pages for which the user turned the card on. It holds nothing but what it is told: one cue.
 *
 * An unlisted script and not WXT's content script: that one announces itself to the page, by a message and an
 * event with the extension's id in them.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageCard } from '../../components/beside/page-card.ts';
import { type FromOverlay, OVERLAY_PORT, type ToOverlay } from '../../state/overlay-messages.ts';

/** The worker was stopped, or is starting: try again after so many milliseconds. */
const AGAIN = 100;

/** In the isolated world, where the page can't see it: which card is there already. */
declare global {
  var hooklineCard: { readonly isAlive: () => boolean } | undefined;
}

function begin(): void {
  let port: chrome.runtime.Port | undefined;
  let isOver = false;
  const say = (message: FromOverlay) => {
    connect();
    port?.postMessage(message);
  };
  const card = createPageCard({
    window,
    now: Date.now,
    onAct: (act) => say({ kind: 'act', act }),
    onLook: (look) => say({ kind: 'look', look }),
  });

  function end(): void {
    isOver = true;
    port?.disconnect();
    port = undefined;
    document.removeEventListener('visibilitychange', connect);
    card.remove();
  }

  function heard(message: ToOverlay): void {
    if (message.kind === 'cue') card.show(message.cue);
    else if (message.kind === 'look') card.look(message.look);
    else if (message.kind === 'show') card.open(message.since);
    else end();
  }

  function connect(): void {
    // A page that nobody looks at needs no cue, and keeps no worker awake.
    if (isOver || port !== undefined || document.visibilityState !== 'visible') return;
    try {
      port = chrome.runtime.connect({ name: OVERLAY_PORT });
    } catch {
      // The extension was updated or taken away: this script is left over.
      end();
      return;
    }
    port.onMessage.addListener(heard);
    port.onDisconnect.addListener(() => {
      // Looked at, or the browser complains to the page.
      void chrome.runtime.lastError;
      port = undefined;
      if (!isOver) setTimeout(connect, AGAIN);
    });
  }

  document.addEventListener('visibilitychange', connect);
  globalThis.hooklineCard = { isAlive: () => !isOver };
  connect();
}

export default defineUnlistedScript(() => {
  if (globalThis.hooklineCard?.isAlive() === true || !(document instanceof HTMLDocument)) return;
  // It is there from the first moment, so that its listeners come before the page's; the card comes with the body.
  begin();
});
