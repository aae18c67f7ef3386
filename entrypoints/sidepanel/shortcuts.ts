import polyfill from 'webextension-polyfill';
import { browser } from 'wxt/browser';

/** Firefox opens its page itself; since version 137, and unknown to the types. */
const firefox = polyfill.commands as typeof polyfill.commands & { openShortcutSettings(): Promise<void> };

/** The browser's own page for the keys of extensions, where it can be opened. */
export function openShortcutPage(): void {
  if (import.meta.env.FIREFOX) void firefox.openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/**
 * The keys that the browser did not give to Hookline, each with what it is for: another extension took one, or the
 * user took it away. Such a command has no key, and nothing says so.
 */
export async function missingShortcuts(): Promise<string[]> {
  const suggested = browser.runtime.getManifest().commands ?? {};
  return (await browser.commands.getAll()).flatMap(({ name = '', shortcut, description = '' }) => {
    const keys = suggested[name]?.suggested_key;
    if (keys === undefined || shortcut) return [];
    return [`${typeof keys === 'string' ? keys : keys.default} (${description})`];
  });
}
