import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findByRole, textOf } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually } from './support/page.ts';

let hookline: Hookline;
let panel: Page;

beforeAll(async () => {
  hookline = await launchHookline();
  panel = await hookline.openPanel();
  await findByRole(panel, 'combobox', 'Question');
});
afterAll(async () => {
  await hookline?.close();
});

const timer = async () => textOf(await findByRole(panel, 'timer'));
const press = (key: Parameters<Page['keyboard']['press']>[0]) => panel.keyboard.press(key);
const badge = () => hookline.callPage.evaluate(() => chrome.action.getBadgeText({}));

/** Seconds left as the panel shows them; negative past the target. */
async function left(): Promise<number> {
  const [, plus, minutes, seconds] = /^(\+?)(\d+):(\d\d)/.exec(await timer()) ?? [];
  const value = Number(minutes) * 60 + Number(seconds);
  return plus === '+' ? -value : value;
}

/** As if so many seconds had been told already: the stored start time is moved. */
async function tell(seconds: number): Promise<void> {
  const { session } = (await hookline.getStorage(['session'])) as {
    session: { countdown: { runningSince: number; spent: number } };
  };
  session.countdown.spent = 0;
  session.countdown.runningSince = Date.now() - seconds * 1000;
  await hookline.setStorage({ session: { ...session, writer: 'the test' } });
}

describe('the countdown', () => {
  it('starts by Enter with the story’s own target', async () => {
    await panel.keyboard.type('learn');
    await findByRole(panel, 'article');
    expect(await timer()).toBe('0:45 target');
    await press('Enter');
    await eventually(async () => expect(await timer()).toMatch(/^0:4[45] left of 0:45$/));
    await eventually(async () => expect(await left()).toBeLessThanOrEqual(43));
  });

  it('pauses, goes on, goes back to the full time', async () => {
    await press('Enter');
    await eventually(async () => expect(await timer()).toContain('paused'));
    const paused = await left();
    await new Promise((done) => setTimeout(done, 1300));
    expect(await left()).toBe(paused);
    await press('Enter');
    await eventually(async () => expect(await left()).toBeLessThan(paused));
    await panel.keyboard.down('Shift');
    await press('Enter');
    await panel.keyboard.up('Shift');
    await eventually(async () => expect(await left()).toBeGreaterThanOrEqual(44));
  });

  it('goes on while the panel is closed, and the badge shows the seconds', async () => {
    expect(await badge()).toBe('');
    await hookline.closePanel();
    await eventually(async () => expect(Number(await badge())).toBeGreaterThan(38));
    const shown = Number(await badge());
    await eventually(async () => expect(Number(await badge())).toBeLessThan(shown));
    panel = await hookline.openPanel();
    await eventually(async () => expect(await left()).toBeLessThan(shown));
    await eventually(async () => expect(await badge()).toBe(''));
  });

  it('goes on when the service worker was stopped, panel open or closed', async () => {
    const before = await left();
    await hookline.stopServiceWorker();
    await eventually(async () => expect(await left()).toBeLessThan(before));
    // The panel holds a port: it wakes the worker, so that the badge is there when the panel closes.
    await eventually(() => expect(hookline.serviceWorkerRuns).toBe(true));
    await hookline.closePanel();
    await eventually(async () => expect(Number(await badge())).toBeGreaterThan(0));
    panel = await hookline.openPanel();
    await eventually(async () => expect(await left()).toBeLessThan(before));
  });

  it('changes its tone under ten seconds, in words and in colour', async () => {
    await tell(37);
    await eventually(async () => expect(await timer()).toMatch(/^0:0\d left: finish$/));
    expect(await panel.$eval('.countdown', (bar) => (bar as HTMLElement).dataset.phase)).toBe('ending');
  });

  it('counts up past the target, as after a sleep', async () => {
    await tell(52);
    await eventually(async () => expect(await timer()).toMatch(/^\+0:\d\d over: land it$/));
  });

  it('goes on after the browser was restarted', async () => {
    const before = await left();
    await hookline.restart();
    await eventually(async () => expect(await badge()).toMatch(/^\+\d+$/));
    panel = await hookline.openPanel();
    await eventually(async () => expect(await left()).toBeLessThan(before));
    expect(await textOf(await findByRole(panel, 'heading'))).toBe('LEARNING AWS/Spark/Scala Mastery');
  });

  it('stops when told, and the badge goes away', async () => {
    await panel.keyboard.down('Alt');
    await press('Enter');
    await panel.keyboard.up('Alt');
    await eventually(async () => expect(await timer()).toBe('0:45 target'));
    await hookline.closePanel();
    expect(await badge()).toBe('');
  });

  it('says nothing on the console and asks for nothing outside', () => {
    expect(hookline.observed.complaints()).toEqual([]);
    expect(hookline.observed.requestsOutside(hookline.extensionId)).toEqual([]);
  });
});
