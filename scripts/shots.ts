/**
 * `npm run shots [-- FOLDER]`: pictures of every state of the panel and of the card on a call page in a real browser,
 * light and dark, at the usual narrow size and at a larger one, for a person to look at. They go to .hookline/shots
 * unless told.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { requireBrowser } from './find-browser.ts';
import { grantedExtension, SITES_ON } from './granted.ts';
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
  { name: 'beside', go: chord('Alt', 'KeyC') },
  { name: 'wide', go: then(type('conflict'), press('Enter', '1')), size: [760, 640] },
  { name: 'zoom-200', go: then(type('conflict'), press('Enter', '1')), size: [180, 320] },
  {
    name: 'forced-colors',
    go: then(type('conflict'), press('Enter', '1', '2'), told(30)),
    forcedColors: true,
  },
];

/** How the card on the page looks, by name. */
const LOOKS = {
  card: { opacity: 1, size: 1, isCollapsed: false },
  'card-see-through': { opacity: 0.55, size: 1, isCollapsed: false },
  'card-small': { opacity: 1, size: 0, isCollapsed: false },
  'card-large': { opacity: 1, size: 3, isCollapsed: false },
  'card-collapsed': { opacity: 1, size: 1, isCollapsed: true },
} as const;

/** A page that looks somewhat like a call, for the card to lie on. */
const CALL_PAGE = `<!doctype html><title>Call</title><body style="margin:0;height:100vh;background:
  linear-gradient(160deg,#39424e,#11161c);color:#fff;font:20px sans-serif;display:grid;place-items:center">Interviewer`;

await start(async () => {
  const folder = process.argv[2] ?? join(ROOT, '.hookline', 'shots');
  mkdirSync(folder, { recursive: true });
  const profileDir = mkdtempSync(join(tmpdir(), 'hookline-shots-'));
  const copy = grantedExtension();
  const browser = await launchBrowser({ executablePath: requireBrowser(), profileDir, headless: true });
  try {
    const extension = await loadExtension(browser, copy.dir);
    const tab = (await browser.pages())[0] ?? (await browser.newPage());
    await tab.goto(`chrome-extension://${extension.id}/call.html`);
    const panel = await openSidePanel(browser, tab, extension);
    await panel.waitForSelector('[role="option"]');
    for (const shot of SHOTS) await shootPanel(panel, shot, folder);
    await panel.setViewport({ width: 360, height: 640 });
    await shootCard(panel, await browser.newPage(), folder);
    console.log(`Pictures: ${folder}`);
  } finally {
    await browser.close();
    copy.remove();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

/** Goes back to an empty panel: a press of Esc closes one layer; a clock that runs is stopped. */
async function clear(panel: Page): Promise<void> {
  await press('Escape', 'Escape', 'Escape', 'Escape')(panel);
  await chord('Alt', 'Enter')(panel);
}

async function shootPanel(panel: Page, shot: Shot, folder: string): Promise<void> {
  for (const [width, height] of shot.size === undefined ? SIZES : [shot.size]) {
    await panel.setViewport({ width, height });
    await clear(panel);
    await shot.go(panel);
    const features = shot.forcedColors === true ? [{ name: 'forced-colors', value: 'active' }] : [];
    for (const scheme of SCHEMES)
      await shoot(panel, scheme, join(folder, `${shot.name}-${width}x${height}-${scheme}`), features);
  }
}

/** Takes a picture; `features` are media features beside the colour scheme, which puppeteer doesn't know. */
async function shoot(
  page: Page,
  scheme: (typeof SCHEMES)[number],
  path: string,
  features: { name: string; value: string }[] = [],
): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: scheme }, ...features],
  });
  await new Promise((done) => setTimeout(done, 60));
  await page.screenshot({ path: `${path}.png` });
  await session.detach();
}

/** The card on a page of its own server, in each of its looks, with a hook, a point and a rescue. */
async function shootCard(panel: Page, page: Page, folder: string): Promise<void> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(CALL_PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await clear(panel);
    await panel.evaluate((sites) => chrome.storage.local.set({ sites }), SITES_ON);
    await then(type('conflict'), press('Enter', '1', '2'))(panel);
    await page.setViewport({ width: 900, height: 500 });
    for (const [name, look] of Object.entries(LOOKS)) {
      await panel.evaluate(
        (each) => chrome.storage.local.set({ looks: { version: 1, looks: { '127.0.0.1': each } } }),
        { x: 0.5, y: 0, ...look },
      );
      await page.goto(`http://127.0.0.1:${port}/`);
      await quiet();
      for (const scheme of SCHEMES) await shoot(page, scheme, join(folder, `${name}-${scheme}`));
    }
    await panel.keyboard.press('F2');
    await quiet();
    for (const scheme of SCHEMES) await shoot(page, scheme, join(folder, `card-rescue-${scheme}`));
  } finally {
    server.close();
  }
}
