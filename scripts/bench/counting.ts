/** What a panel costs while a countdown runs and nobody types, beside a blank panel in the same run. */
import type { Browser, CDPSession, Extension, Page } from 'puppeteer-core';
import { isPanel, openSidePanel } from '../launch.ts';
import { ratio, round } from './figures.ts';

const SECONDS = 30;

/** One panel over {@link SECONDS}. */
export interface Cost {
  /** Time that its main thread was busy, in per cent of one core. */
  readonly percent: number;
  /** How often it laid itself out. */
  readonly layouts: number;
}

export interface Counting {
  readonly seconds: number;
  readonly panel: Cost;
  readonly blank: Cost;
  readonly ratio: number;
}

/** Both panels are without the probe, which asks for every frame. */
export async function measureCounting(
  browser: Browser,
  tab: Page,
  hookline: Extension,
  blank: Extension,
): Promise<Counting> {
  const counted = await withPanel(browser, tab, hookline, async (panel) => {
    await panel.waitForSelector('[role="option"]');
    // A target that does not end while it is measured, and a point said, so that the pace is told as well.
    await panel.focus('input');
    await panel.keyboard.type('team');
    await panel.waitForSelector('article');
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('1');
  });
  const idle = await withPanel(browser, tab, blank, async () => {});
  return { seconds: SECONDS, panel: counted, blank: idle, ratio: ratio(counted.percent, idle.percent) };
}

async function withPanel(
  browser: Browser,
  tab: Page,
  extension: Extension,
  ready: (panel: Page) => Promise<void>,
): Promise<Cost> {
  const panel = await openSidePanel(browser, tab, extension);
  await ready(panel);
  const session = await panel.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // What the opening left to do is not what is measured.
  await pause(2000);
  const before = await metrics(session);
  await pause(SECONDS * 1000);
  const after = await metrics(session);
  await panel.close();
  while (browser.targets().some((target) => isPanel(target, extension.id))) await pause(20);
  return {
    percent: round((100 * (after.busy - before.busy)) / SECONDS, 1000),
    layouts: after.layouts - before.layouts,
  };
}

async function metrics(session: CDPSession): Promise<{ busy: number; layouts: number }> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  const value = (name: string) => all.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { busy: value('TaskDuration'), layouts: value('LayoutCount') };
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
