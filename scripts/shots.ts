/**
 * `npm run shots [-- FOLDER]`: pictures of every state of the panel in a real browser, light and dark, at the usual
 * narrow size and at a larger one, for a person to look at. They go to .hookline/shots unless told.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { requireBrowser } from './find-browser.ts';
import { launchBrowser, loadExtension, openSidePanel } from './launch.ts';
import { ROOT, start } from './run.mjs';

const SIZES = [
  [360, 640],
  [480, 900],
] as const;
const SCHEMES = ['light', 'dark'] as const;

/** A state: how a person gets there from an empty typing place, and what else is true of it. */
interface Shot {
  readonly name: string;
  readonly go: (panel: Page) => Promise<void>;
  /** Only in this size, `width x height` in CSS pixels. */
  readonly size?: readonly [number, number];
  readonly forcedColors?: true;
}

const type = (text: string) => async (panel: Page) => {
  await panel.keyboard.type(text);
  await quiet();
};
const press =
  (...keys: KeyInput[]) =>
  async (panel: Page) => {
    for (const key of keys) await panel.keyboard.press(key);
    await quiet();
  };
const chord = (modifier: KeyInput, key: KeyInput) => async (panel: Page) => {
  await panel.keyboard.down(modifier);
  await panel.keyboard.press(key);
  await panel.keyboard.up(modifier);
  await quiet();
};
const then =
  (...steps: readonly ((panel: Page) => Promise<void>)[]) =>
  async (panel: Page) => {
    for (const step of steps) await step(panel);
  };
/** As if so many seconds had been told already. */
const told = (seconds: number) => async (panel: Page) => {
  await panel.evaluate(async (spent) => {
    const { session } = await chrome.storage.local.get('session');
    const stored = session as { countdown: { spent: number; runningSince: number | null } };
    stored.countdown.spent = spent;
    stored.countdown.runningSince = null;
    await chrome.storage.local.set({ session: { ...stored, writer: 'shots' } });
  }, seconds * 1000);
  await quiet();
};
const quiet = () => new Promise((done) => setTimeout(done, 350));

const SHOTS: readonly Shot[] = [
  { name: 'reference', go: quiet as Shot['go'] },
  ...(['risk', 'conflict', 'learning', 'team'] as const).map((theme, at) => ({
    name: `story-${at + 1}-${theme}`,
    go: then(type(theme), press('Enter')),
  })),
  { name: 'said', go: then(type('conflict'), press('Enter', '1', '2', '3'), told(21)) },
  { name: 'behind', go: then(type('conflict'), press('Enter', '1'), told(48)) },
  { name: 'ending', go: then(type('learning'), press('Enter', '1', '2', '3'), told(38)) },
  { name: 'over', go: then(type('risk'), press('Enter'), told(57)) },
  { name: 'script', go: then(type('conflict'), chord('Alt', 'KeyS')) },
  { name: 'no-story', go: type('what are your salary expectations?') },
  { name: 'rescue-blank', go: then(type('conflict'), press('Enter', 'F2')) },
  { name: 'rescue-blank-jump', go: then(type('conflict'), press('Enter', 'F2', 'F2', 'F2', 'F2')) },
  { name: 'rescue-no-story', go: press('F3') },
  { name: 'rescue-thinking', go: then(type('team'), press('F4', 'F4')) },
  { name: 'taught', go: then(type('penguins'), chord('Alt', 'Digit1'), chord('Alt', 'KeyL')) },
  { name: 'asked', go: then(type('why us?'), chord('Alt', 'KeyA')) },
  { name: 'settings', go: chord('Alt', 'KeyP') },
  { name: 'keys', go: press('?') },
  { name: 'wide', go: then(type('conflict'), press('Enter', '1')), size: [760, 640] },
  { name: 'zoom-200', go: then(type('conflict'), press('Enter', '1')), size: [180, 320] },
  {
    name: 'forced-colors',
    go: then(type('conflict'), press('Enter', '1', '2'), told(30)),
    forcedColors: true,
  },
];

await start(async () => {
  const folder = process.argv[2] ?? join(ROOT, '.hookline', 'shots');
  mkdirSync(folder, { recursive: true });
  const profileDir = mkdtempSync(join(tmpdir(), 'hookline-shots-'));
  const browser = await launchBrowser({ executablePath: requireBrowser(), profileDir, headless: true });
  try {
    const extension = await loadExtension(browser, join(ROOT, '.output', 'chrome-mv3'));
    const tab = (await browser.pages())[0] ?? (await browser.newPage());
    await tab.goto(`chrome-extension://${extension.id}/call.html`);
    const panel = await openSidePanel(browser, tab, extension);
    await panel.waitForSelector('[role="option"]');
    for (const shot of SHOTS) {
      for (const [width, height] of shot.size === undefined ? SIZES : [shot.size]) {
        await panel.setViewport({ width, height });
        // A press of Esc closes one layer; a clock that runs is stopped.
        await press('Escape', 'Escape', 'Escape', 'Escape')(panel);
        await chord('Alt', 'Enter')(panel);
        await shot.go(panel);
        for (const scheme of SCHEMES) {
          await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          const session = await panel.createCDPSession();
          if (shot.forcedColors === true)
            await session.send('Emulation.setEmulatedMedia', {
              features: [
                { name: 'forced-colors', value: 'active' },
                { name: 'prefers-color-scheme', value: scheme },
              ],
            });
          await new Promise((done) => setTimeout(done, 60));
          const path = join(folder, `${shot.name}-${width}x${height}-${scheme}.png`) as `${string}.png`;
          await panel.screenshot({ path });
          await session.detach();
        }
      }
    }
    console.log(`Pictures: ${folder}`);
  } finally {
    await browser.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
