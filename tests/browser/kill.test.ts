/**
 * Nothing that was shown as saved is lost when the browser is killed. `KILLS=200 npm test -- kill` for other
 * than the usual number of kills.
 */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBrowser } from '../../scripts/find-browser.ts';
import { launchBrowser, loadExtension } from '../../scripts/launch.ts';
import { bundleForPage } from './support/bundle-for-page.ts';
import type * as savingPage from './support/saving-page.ts';

const KILLS = Number(process.env.KILLS ?? 50);
/** Browsers that are killed beside each other, each with a profile of its own: as many as the least machine has cores. */
const LANES = 2;
const dir = mkdtempSync(join(tmpdir(), 'hookline-kill-'));
/** A copy, so that a build meanwhile does not take the extension away between two starts. */
const extensionDir = join(dir, 'extension');
let code = '';
const running = new Set<Browser>();

/** The name under which the page finds its part of the tests. */
declare const saving: typeof savingPage;

interface Started {
  readonly browser: Browser;
  readonly id: string;
  readonly open: () => Promise<Page>;
}

const profileOf = (name: string) => join(dir, `profile-${name}`);

async function start(profile: string): Promise<Started> {
  const profileDir = profileOf(profile);
  const browser = await launchBrowser({ executablePath: requireBrowser(), profileDir, headless: true });
  running.add(browser);
  const extension = await loadExtension(browser, extensionDir);
  const open = async () => {
    const page = await browser.newPage();
    // The smallest thing that is a page of the extension: no code of its own runs beside the test's.
    await page.goto(`chrome-extension://${extension.id}/icon/16.png`);
    await page.evaluate(code);
    return page;
  };
  return { browser, id: extension.id, open };
}

/** Ends the browser as a power cut ends it, and waits until it is gone. */
async function kill(victim: Browser): Promise<void> {
  const process = victim.process();
  if (!process) throw new Error('No browser to kill.');
  const gone = new Promise((done) => process.once('exit', done));
  process.kill('SIGKILL');
  await gone;
  running.delete(victim);
}

beforeAll(async () => {
  cpSync('.output/chrome-mv3', extensionDir, { recursive: true });
  code = await bundleForPage('tests/browser/support/saving-page.ts', 'saving');
});
afterAll(async () => {
  for (const browser of running) await browser.close().catch(() => undefined);
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** Kills so many browsers one after the other; what is stored must be as shown saved, or later, after each. */
async function killAgainAndAgain(profile: string, kills: number): Promise<{ saves: number; step: number }> {
  let shownSaved = 0;
  let saves = 0;
  for (let count = 0; ; count++) {
    const started = await start(profile);
    const page = await started.open();
    if (count === 0) await page.evaluate(() => saving.begin());
    const {
      step,
      states,
      notices,
      saves: known,
    } = await page.evaluate(
      (all) => saving.look(all ? 1000 : 5),
      // Every state of the history now and then: that takes a while.
      count % 10 === 0 || count === kills,
    );
    expect(notices).toEqual([]);
    // -1 would be a torn text; less than what was shown as saved, an old one.
    expect(step, `after kill ${count}`).toBeGreaterThanOrEqual(shownSaved);
    expect(states).not.toContain(-1);
    expect(states[0]).toBe(step);
    expect(known[0]).toBe(known[1]);
    expect(states).toEqual([...states].sort((a, b) => b - a));
    if (count < kills) {
      await page.exposeFunction('report', (saved: number) => {
        shownSaved = Math.max(shownSaved, saved);
        saves++;
      });
      await page.evaluate((from) => {
        void saving.typeForever(from, (saved) => void Reflect.get(globalThis, 'report')(saved));
      }, step + 1);
      await new Promise((done) => setTimeout(done, 40 + ((count * 73) % 260)));
    }
    await kill(started.browser);
    if (count === kills) return { saves, step: shownSaved };
  }
}

describe('the guide on disk', () => {
  it('loses nothing to a write that a kill cut off in the middle', async () => {
    const first = await start('cut');
    await (await first.open()).evaluate(() => saving.begin());
    await kill(first.browser);
    // The head of a record of the browser's log, without the record: what is written after it in the same
    // block of 32 kB is lost when the log is read again, though the browser said that it is stored.
    const logs = join(profileOf('cut'), 'Default', 'Local Extension Settings', first.id);
    const log = readdirSync(logs)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .at(-1);
    appendFileSync(join(logs, log ?? 'no log'), Buffer.from([1, 2, 3, 4, 0x00, 0x70, 2]));
    const second = await start('cut');
    const saved = await (await second.open()).evaluate(() => saving.saveMany('cut', 5));
    await kill(second.browser);
    const third = await start('cut');
    const page = await third.open();
    const texts = await page.evaluate(() => saving.allTexts());
    expect(texts.slice(0, 5)).toEqual(saved.toReversed());
    expect(texts).toHaveLength(6);
    await kill(third.browser);
  });

  it(`is as shown saved, or later, after each of ${KILLS} kills`, {
    timeout: 20_000 + KILLS * 6000,
  }, async () => {
    const began = Date.now();
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      killAgainAndAgain(String(lane), Math.ceil((KILLS - lane) / LANES)),
    );
    const done = await Promise.all(lanes);
    const saves = done.reduce((sum, each) => sum + each.saves, 0);
    expect(saves).toBeGreaterThan(KILLS);
    const steps = done.map(({ step }) => step).join(' and ');
    console.info(
      `kills ${KILLS}, losses 0, saves shown ${saves}, last steps ${steps}, ${Date.now() - began} ms`,
    );
  });
});
