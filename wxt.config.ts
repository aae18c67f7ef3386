import { createRequire } from 'node:module';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Nothing is loaded from anywhere but the extension itself, and nothing is ever sent. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob: mediastream:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Opens the panel. Alt+Shift keeps clear of both browsers' own shortcuts. */
const OPEN_KEY = { suggested_key: { default: 'Alt+Shift+H' }, description: 'Open Hookline' };

/**
 * Keys for the call page, by the browser: they work whatever has the focus. A manifest may suggest four keys in
 * all, so the next hook has none until the user gives it one: it is needed once a story, at its beginning. H, J, K and
 * L lie side by side, and no browser takes them with Alt+Shift.
 */
const CALL_KEYS = {
  'next-point': { suggested_key: { default: 'Alt+Shift+J' }, description: 'Said: on to the next point' },
  pause: {
    suggested_key: { default: 'Alt+Shift+K' },
    description: 'Start, pause or go on with the countdown',
  },
  blank: {
    suggested_key: { default: 'Alt+Shift+L' },
    description: 'My mind is blank; again for the next line',
  },
  'next-hook': { description: 'Next opening hook' },
};

const { resolve } = createRequire(import.meta.url);

/**
 * The Markdown parser's table of character names: its form for pages asks `document`, which a worker has
 * not. Workers get the form that Node gets.
 */
const NAMES_WITHOUT_DOCUMENT = {
  name: 'names-without-document',
  enforce: 'pre',
  resolveId: (source: string) =>
    source === 'decode-named-character-reference' ? resolve(source) : undefined,
} as const;

/** The background reads guides too, and has no document either; it is built by itself, so only it is meant. */
const NAMES_FOR_BACKGROUND = {
  ...NAMES_WITHOUT_DOCUMENT,
  apply: ({ build }: { build?: { lib?: unknown; rollupOptions?: { input?: unknown } } }) =>
    JSON.stringify([build?.lib, build?.rollupOptions?.input] as const)?.includes('background') ?? false,
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifest: ({ browser, command }) => ({
    name: 'Hookline',
    description:
      'Your prepared interview stories beside the call: type a word of the question, see the story.',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // WXT derives `sidePanel` from the entrypoint; Firefox knows no such permission.
    permissions: browser === 'firefox' ? ['storage', 'scripting'] : ['storage', 'scripting', 'sidePanel'],
    // Nothing of this is granted at first: a site's access is asked for when the card is turned on there.
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Hookline: open the panel' },
    // The development server needs a socket and inline scripts; a build needs neither.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          commands: { _execute_sidebar_action: OPEN_KEY, ...CALL_KEYS },
          browser_specific_settings: {
            gecko: {
              id: 'hookline@hookline.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { commands: { _execute_action: OPEN_KEY, ...CALL_KEYS }, minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    plugins: [preact(), NAMES_FOR_BACKGROUND],
    worker: { plugins: () => [NAMES_WITHOUT_DOCUMENT] },
    build: { modulePreload: { polyfill: false }, target: 'es2023' },
  }),
});
