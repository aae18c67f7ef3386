import { browser } from 'wxt/browser';
import { createOverlaySites } from '../../state/overlay-sites.ts';
import { access, sites } from './access.ts';

const SCRIPT = { id: 'overlay', file: '/overlay.js' } as const;

async function registered(): Promise<readonly string[]> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] });
  return script?.matches ?? [];
}

async function register(origins: readonly string[]): Promise<void> {
  const isThere = (await registered()).length > 0;
  if (origins.length === 0) {
    if (isThere) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
    return;
  }
  const script = {
    id: SCRIPT.id,
    js: [SCRIPT.file],
    matches: [...origins],
    // Before the page's own scripts: its listeners for presses must be the first.
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (isThere) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

async function inject(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      try {
        await browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT.file] });
      } catch {
        // A tab that is just going, or shows an error page, gets the card when it is loaded again.
      }
    }),
  );
}

/** What the browser has of the card on pages, kept at what the user wants. */
export const overlaySites = createOverlaySites({
  sites: sites.read,
  updateSites: sites.update,
  has: access.has,
  registered,
  register,
  inject,
});
