/** Panel opening to usable: Hookline's side panel, and a blank one of another extension. */
import type { Browser, Extension, Page } from 'puppeteer-core';
import { isPanel, openSidePanel } from '../launch.ts';
import { ratio, type Spread, spread } from './figures.ts';

const ROUNDS = 12;

declare global {
  /** From probe.js, in the measured pages: when the page became usable, by the clock and since its start. */
  var hooklineProbe: { readonly usableAt: number; readonly usableAfter: number };
}

export interface Openings {
  /** From the click on the toolbar icon; this includes what the browser itself does to open a panel. */
  readonly panel: Spread;
  readonly blank: Spread;
  readonly medianRatio: number;
  /** From the start of the page's own loading. */
  readonly panelPage: Spread;
  readonly blankPage: Spread;
  readonly medianPageRatio: number;
}

interface Opening {
  readonly fromClick: number;
  readonly fromPageStart: number;
}

/** Opens both by turns. Each is usable when its field can be focused and, on the panel, its stories are listed. */
export async function measureOpenings(
  browser: Browser,
  tab: Page,
  hookline: Extension,
  blank: Extension,
): Promise<Openings> {
  const all = { panel: [] as Opening[], blank: [] as Opening[] };
  // The first opening of each fills caches that later ones find: measured by neither.
  await open(browser, tab, hookline);
  await open(browser, tab, blank);
  for (let round = 0; round < ROUNDS; round++) {
    all.panel.push(await open(browser, tab, hookline));
    all.blank.push(await open(browser, tab, blank));
  }
  const of = (openings: Opening[], part: keyof Opening) => spread(openings.map((each) => each[part]));
  const [panel, none] = [of(all.panel, 'fromClick'), of(all.blank, 'fromClick')];
  const [panelPage, blankPage] = [of(all.panel, 'fromPageStart'), of(all.blank, 'fromPageStart')];
  return {
    panel,
    blank: none,
    medianRatio: ratio(panel.median, none.median),
    panelPage,
    blankPage,
    medianPageRatio: ratio(panelPage.median, blankPage.median),
  };
}

async function open(browser: Browser, tab: Page, extension: Extension): Promise<Opening> {
  await tab.bringToFront();
  const clicked = performance.timeOrigin + performance.now();
  const panel = await openSidePanel(browser, tab, extension);
  await panel.waitForFunction(() => globalThis.hooklineProbe.usableAt > 0);
  const { usableAt, usableAfter } = await panel.evaluate(() => globalThis.hooklineProbe);
  await panel.close();
  while (browser.targets().some((target) => isPanel(target, extension.id))) {
    await new Promise((done) => setTimeout(done, 20));
  }
  // What closing leaves to do must not fall into the next opening.
  await new Promise((done) => setTimeout(done, 200));
  return { fromClick: usableAt - clicked, fromPageStart: usableAfter };
}
