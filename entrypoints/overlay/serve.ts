import { browser } from 'wxt/browser';
import { FIRST_LOOK } from '../../state/card-look.ts';
import { isCueAct } from '../../state/cue-acts.ts';
import { createOverlayHub, type OverlayLink } from '../../state/overlay-hub.ts';
import { OVERLAY_PORT } from '../../state/overlay-messages.ts';
import { looksItem, NO_LOOKS, withLook } from '../../storage/looks-item.ts';
import { sharedItem } from '../../storage/shared-item.ts';
import { access, sites } from './access.ts';
import { cueFromStorage } from './cue-ports.ts';
import { overlaySites } from './registration.ts';

/** A failure that only the developer can do something about; the card keeps what it showed. */
const report = (error: unknown) => console.error('Hookline beside the camera:', error);

/** Serves the cards on call pages, and the browser's own keys. To be called before the worker's first await. */
export function serveOverlays(): void {
  const { local } = browser.storage;
  const looks = sharedItem(looksItem, NO_LOOKS, {
    area: local,
    changes: local.onChanged,
    lock: (act) => navigator.locks.request('looks', act),
    now: Date.now,
  });
  const cue = cueFromStorage(report, () => hub.hasCards());
  const hub = createOverlayHub({
    cue,
    isOn: overlaySites.isOn,
    look: async (host) => (await looks.read()).value?.looks[host],
    keepLook: (host, look) => looks.update((present) => withLook(present, host, look)),
    firstLook: FIRST_LOOK,
    shownAt: async () => (await sites.read()).shownAt,
  });

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== OVERLAY_PORT || port.sender?.id !== browser.runtime.id) return;
    const link: OverlayLink = {
      address: port.sender.url ?? '',
      send(message) {
        try {
          port.postMessage(message);
        } catch {
          // The page is gone; its port tells so next.
        }
      },
    };
    port.onMessage.addListener((words: unknown) => void hub.said(link, words).catch(report));
    port.onDisconnect.addListener(() => {
      // Looked at, or the browser complains: a page that goes into its cache is no failure.
      void chrome.runtime.lastError;
      hub.closed(link);
    });
    void hub.opened(link).catch(report);
  });
  browser.commands.onCommand.addListener((name) => {
    if (isCueAct(name)) void cue.act(name);
  });

  const settle = () => void overlaySites.settle().catch(report);
  sites.watch((state) => {
    settle();
    void hub.sitesChanged().catch(report);
    if (state.shownAt > 0) hub.showAll(state.shownAt);
  });
  access.watch(() => {
    settle();
    void hub.sitesChanged().catch(report);
  });
  browser.runtime.onInstalled.addListener(settle);
  browser.runtime.onStartup.addListener(settle);
  // What a page's process can reach, the page may one day reach: stored guides are for the extension's pages only.
  if ('setAccessLevel' in local) void local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(report);
}
