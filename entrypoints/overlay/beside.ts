import { browser } from 'wxt/browser';
import { Beside, type BesideModel } from '../../state/beside.ts';
import type { BrowserKey } from '../../state/beside-ports.ts';
import { CUE_ACTS } from '../../state/cue-acts.ts';
import { openShortcutPage } from '../sidepanel/shortcuts.ts';
import { access, sites } from './access.ts';

/** The keys that the browser has for Hookline; opening the panel is said elsewhere. */
async function keys(): Promise<readonly BrowserKey[]> {
  const commands = await browser.commands.getAll();
  // In the order of need; the browser's own is that of the alphabet.
  return CUE_ACTS.flatMap((act) =>
    commands.flatMap(({ name, description = '', shortcut = '' }) =>
      name === act ? [{ label: description, key: shortcut }] : [],
    ),
  );
}

/** Shows the tab from which the floating card opens: asked for in a side panel it would end the browser. */
async function openCard(): Promise<void> {
  const url = browser.runtime.getURL('/card.html');
  // Not every browser tells which pages of the extension are open; a second tab does no harm.
  const [open] =
    'getContexts' in browser.runtime
      ? await browser.runtime.getContexts({ contextTypes: ['TAB'], documentUrls: [url] })
      : [];
  if (open === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.tabId, { active: true });
}

/** What is beside the camera, for the panel. */
export function openBeside(): BesideModel {
  const beside = new Beside({
    sites,
    access,
    keys,
    openKeys: openShortcutPage,
    openCard: () => void openCard(),
    now: Date.now,
  });
  beside.start();
  return beside;
}
