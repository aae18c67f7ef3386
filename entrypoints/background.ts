import polyfill from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBadge, PANEL_PORT } from '../state/badge.ts';
import { systemClock } from '../state/system-clock.ts';
import { bindItem } from '../storage/item.ts';
import { sessionItem } from '../storage/session-item.ts';
import { serveOverlays } from './overlay/serve.ts';

const TONES = { calm: '#1f5f8b', ending: '#8a5300', over: '#b3261e' } as const;

const TITLE = 'Hookline: open the panel';

export default defineBackground(() => {
  const session = bindItem(sessionItem, browser.storage.local, Date.now);
  const badge = createBadge({
    clock: systemClock,
    face: {
      async show(text, tone, title) {
        try {
          await Promise.all([
            browser.action.setBadgeText({ text }),
            browser.action.setBadgeBackgroundColor({ color: TONES[tone] }),
            browser.action.setTitle({ title: title === '' ? TITLE : `Hookline: ${title}` }),
          ]);
        } catch {
          // Only a browser that is shutting down refuses; its toolbar is gone with it.
        }
      },
    },
  });

  session.watch(browser.storage.local.onChanged, ({ countdown }) => void badge.countdownIs(countdown));
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL_PORT) return;
    void badge.panelOpened();
    port.onDisconnect.addListener(() => void badge.panelClosed());
  });
  serveOverlays();
  void session.read().then(({ value }) => badge.countdownIs(value?.countdown ?? null));
  // The browser forgets the badge when it ends; this wakes the worker to draw it again.
  browser.runtime.onStartup.addListener(() => {});

  if (import.meta.env.FIREFOX)
    browser.action.onClicked.addListener(() => void polyfill.sidebarAction.toggle());
  else void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
});
