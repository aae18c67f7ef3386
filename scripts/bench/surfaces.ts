/**
 * From an act on one surface to its paint on the others: side panel, card on a call page, floating card. Beside them,
 * in the same run, the least that a browser can do: one blank page of an extension stores a number, another paints it.
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { findByRole } from '../by-role.ts';
import { loadExtension, openSidePanel } from '../launch.ts';
import { ratio, type Spread, spread } from './figures.ts';

const ROUNDS = 30;
const SITE = 'http://127.0.0.1/*';
/** What a paint is waited for, milliseconds. */
const PATIENCE = 3000;

declare global {
  /** In the measured pages: when the last change was painted, epoch milliseconds; 0: none since it was reset. */
  var paintedAt: number;
  /** When a key was last pressed, epoch milliseconds. */
  var pressedAt: number;
}

/** Times in milliseconds, from the press to the end of the frame that shows what came of it. */
export interface Lags {
  readonly baseline: Spread;
  readonly panelToOverlay: Spread;
  readonly panelToCard: Spread;
  readonly overlayToPanel: Spread;
  readonly overlayToCard: Spread;
  readonly cardToPanel: Spread;
  readonly cardToOverlay: Spread;
  /** Median and 95th percentile of the slowest of these six, as ratios to the baseline. */
  readonly worstRatio: { readonly median: number; readonly p95: number };
}

/** The copy of the extension as if the user had let it onto loopback pages. */
function letOntoLoopback(dir: string): void {
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [SITE] }));
}

async function serveCall(): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Call</title><main>Call</main>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/` };
}

/** A page in a window of its own: one in a hidden tab is not painted. */
async function openWindow(browser: Browser, url: string): Promise<Page> {
  const session = await browser.target().createCDPSession();
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  await session.detach();
  for (const page of await browser.pages()) {
    const own = await page.createCDPSession();
    const { targetInfo } = await own.send('Target.getTargetInfo');
    await own.detach();
    if (targetInfo.targetId !== targetId) continue;
    await page.goto(url);
    return page;
  }
  throw new Error('The new window has no page.');
}

/** From now on the page notes when a change of this element was painted. */
async function watchPaints(element: ElementHandle<Element>): Promise<void> {
  await element.evaluate((watched) => {
    globalThis.paintedAt = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      globalThis.paintedAt ||= performance.timeOrigin + performance.now();
    };
    new MutationObserver(() => requestAnimationFrame(() => port2.postMessage(0))).observe(watched, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

/** Does an act and waits until the pages have painted what came of it. Milliseconds for each. */
async function lagsOf(act: () => Promise<number>, pages: readonly Page[]): Promise<number[]> {
  // What the act before left to do must not count.
  await new Promise((done) => setTimeout(done, 120));
  for (const page of pages)
    await page.evaluate(() => {
      globalThis.paintedAt = 0;
    });
  const began = await act();
  return Promise.all(
    pages.map(async (page) => {
      await page.waitForFunction(() => globalThis.paintedAt > 0, { timeout: PATIENCE, polling: 5 });
      return (await page.evaluate(() => globalThis.paintedAt)) - began;
    }),
  );
}

const now = () => performance.timeOrigin + performance.now();

/** From now on the page notes when a key was pressed. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const note = ({ timeStamp }: KeyboardEvent) => {
      globalThis.pressedAt = performance.timeOrigin + timeStamp;
    };
    addEventListener('keydown', note, { capture: true });
  });
}

/** Presses a key. The time is that of the event itself. */
async function pressKey(page: Page, key: 'b' | '1'): Promise<number> {
  await page.keyboard.press(key);
  return page.evaluate(() => globalThis.pressedAt);
}

/** Something to press, and the pages on which what comes of it is painted. */
interface Press {
  readonly act: () => Promise<number>;
  readonly pages: readonly Page[];
}

/** Lags for each page of `measured`; between its rounds, as many of `baseline`, so that both have the same machine. */
async function rounds(measured: Press, baseline: Press, base: number[]): Promise<number[][]> {
  const all: number[][] = measured.pages.map(() => []);
  // The first ones wake what sleeps; they count as little as a first opening.
  for (let round = -3; round < ROUNDS; round++) {
    const lags = await lagsOf(measured.act, measured.pages);
    const echo = await lagsOf(baseline.act, baseline.pages);
    if (round < 0) continue;
    base.push(...echo);
    for (const [at, lag] of lags.entries()) all[at]?.push(lag);
  }
  return all;
}

/**
 * @param call a tab that the call page is to be shown in
 * @param dir a copy of the built extension with the bench's blank page in it, which is changed here
 */
export async function measureSurfaces(browser: Browser, call: Page, dir: string): Promise<Lags> {
  letOntoLoopback(dir);
  const { server, url } = await serveCall();
  try {
    const extension = await loadExtension(browser, dir);
    const own = (path: string) => `chrome-extension://${extension.id}/${path}`;
    const blank = await openWindow(browser, own('bare.html'));
    const echo = await openWindow(browser, own('bare.html'));
    await blank.evaluate((site) => {
      return chrome.storage.local.set({ sites: { version: 1, on: [site], added: [site], shownAt: 0 } });
    }, SITE);
    const place = await echo.$('p');
    if (place === null) throw new Error('The blank page has no place for an echo.');
    await watchPaints(place);
    await echo.evaluate(() => {
      chrome.storage.local.onChanged.addListener(({ echo: number }) => {
        const p = document.querySelector('p');
        if (number !== undefined && p !== null) p.textContent = String(number.newValue);
      });
    });
    let number = 0;
    const baseline: Press = {
      act: () =>
        blank.evaluate((next) => {
          const began = performance.timeOrigin + performance.now();
          void chrome.storage.local.set({ echo: next });
          return began;
        }, ++number),
      pages: [echo],
    };
    const base: number[] = [];

    const card = await openWindow(browser, own('card.html#card'));
    await call.goto(url);
    const panel = await openSidePanel(browser, call, extension);
    await panel.waitForSelector('[role="option"]');
    await panel.keyboard.type('conflict');
    await findByRole(panel, 'article');
    const overlay = await findByRole(call, 'region', 'Hookline cue');
    await watchPaints(overlay);
    await watchPaints(await findByRole(card, 'region', 'Hookline cue'));
    const main = await panel.$('main');
    if (main === null) throw new Error('The panel has no content.');
    await watchPaints(main);
    await watchKeys(panel);
    await watchKeys(card);
    const ofPanel = await rounds({ act: () => pressKey(panel, '1'), pages: [call, card] }, baseline, base);
    const button = await findByRole(call, 'button', 'My mind is blank');
    const press = async () => {
      const box = await button.boundingBox();
      if (box === null) throw new Error('The card has no button.');
      await call.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await call.mouse.down();
      const began = now();
      await call.mouse.up();
      return began;
    };
    const ofOverlay = await rounds({ act: press, pages: [panel, card] }, baseline, base);
    const ofCard = await rounds({ act: () => pressKey(card, 'b'), pages: [panel, call] }, baseline, base);
    const echoed = spread(base);
    const at = (all: number[][], place: number) => spread(all[place] ?? []);
    const lags = {
      panelToOverlay: at(ofPanel, 0),
      panelToCard: at(ofPanel, 1),
      overlayToPanel: at(ofOverlay, 0),
      overlayToCard: at(ofOverlay, 1),
      cardToPanel: at(ofCard, 0),
      cardToOverlay: at(ofCard, 1),
    };
    const worst = (part: 'median' | 'p95') => Math.max(...Object.values(lags).map((lag) => lag[part]));
    return {
      baseline: echoed,
      ...lags,
      worstRatio: {
        median: ratio(worst('median'), echoed.median),
        p95: ratio(worst('p95'), echoed.p95),
      },
    };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
