/**
 * Injected into call pages for which the user turned the card on. It holds nothing but what it is told: one cue.
 *
 * An unlisted script and not WXT's content script: that one announces itself to the page, by a message and an
 * event with the extension's id in them.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageCard } from '../../components/beside/page-card.ts';
import { createOverlayLine } from '../../state/overlay-line.ts';
import { OVERLAY_PORT } from '../../state/overlay-messages.ts';

/** The worker was stopped, or is starting: try again after so many milliseconds. */
const AGAIN = 100;

/** In the isolated world, where the page can't see it: which card is there already. */
declare global {
  var hooklineCard: { readonly isAlive: () => boolean } | undefined;
}

function begin(): void {
  const line = createOverlayLine({
    open(heard, lost) {
      const port = chrome.runtime.connect({ name: OVERLAY_PORT });
      port.onMessage.addListener(heard);
      port.onDisconnect.addListener(() => {
        // Looked at, or the browser complains to the page.
        void chrome.runtime.lastError;
        lost();
      });
      return { post: (message) => port.postMessage(message), close: () => port.disconnect() };
    },
    isLookedAt: () => document.visibilityState === 'visible',
    soon: (act) => void setTimeout(act, AGAIN),
    now: Date.now,
    onTold(message) {
      if (message.kind === 'cue') card.show(message.cue);
      else if (message.kind === 'look') card.look(message.look);
      else if (message.kind === 'show') card.open(message.since);
    },
    onOver() {
      document.removeEventListener('visibilitychange', line.connect);
      card.remove();
    },
  });
  const card = createPageCard({ window, now: Date.now, onAct: line.act, onLook: line.look });
  document.addEventListener('visibilitychange', line.connect);
  globalThis.hooklineCard = { isAlive: () => !line.isOver() };
  line.connect();
}

export default defineUnlistedScript(() => {
  if (globalThis.hooklineCard?.isAlive() === true || !(document instanceof HTMLDocument)) return;
  // It is there from the first moment, so that its listeners come before the page's; the card comes with the body.
  begin();
});
