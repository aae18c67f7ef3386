/** The library on the browser's own storage and locks: two windows at once, a full disk, odd letters. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForPage } from './support/bundle-for-page.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import type * as savingPage from './support/saving-page.ts';

declare const saving: typeof savingPage;

let hookline: Hookline;
let code = '';

async function open(): Promise<Page> {
  const page = await hookline.browser.newPage();
  await page.goto(hookline.url('icon/16.png'));
  await page.evaluate(code);
  return page;
}

beforeAll(async () => {
  code = await bundleForPage('tests/browser/support/saving-page.ts', 'saving');
  hookline = await launchHookline();
});
afterAll(() => hookline?.close());

describe('two windows', () => {
  it('that save at once lose nothing: each saved text is current or in the history', async () => {
    const [a, b] = [await open(), await open()];
    await a.evaluate(() => saving.begin());
    const [one, two] = await Promise.all([
      a.evaluate(() => saving.saveMany('A', 80)),
      b.evaluate(() => saving.saveMany('B', 80)),
    ]);
    const texts = await a.evaluate(() => saving.allTexts());
    expect(one.length).toBeGreaterThan(5);
    expect(two.length).toBeGreaterThan(5);
    expect([...one, ...two].filter((text) => !texts.includes(text))).toEqual([]);
  });
});

describe('the browser’s storage', () => {
  it('gives every letter back', async () => {
    const page = await open();
    const everyUnit = await page.evaluate(() => {
      const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
      return saving.roundTrip(units);
    });
    const wellFormed = await page.evaluate(() => {
      const points = Array.from({ length: 0x11000 }, (_, at) =>
        at < 0x10000 ? at : 0x10ffff - (at - 0x10000),
      );
      const text = points.filter((point) => point < 0xd800 || point > 0xdfff);
      return saving.roundTrip(
        String.fromCodePoint(...text.slice(0, 30_000)) + String.fromCodePoint(...text.slice(30_000)),
      );
    });
    expect([everyUnit, wellFormed]).toEqual([true, true]);
  });

  it('when it is full, refuses a text in plain words and keeps the one before', async () => {
    const page = await open();
    const { outcome, reason, isOldKept } = await page.evaluate(() => saving.saveWhenFull());
    expect([outcome, isOldKept]).toEqual(['failed', true]);
    expect(reason).toContain('no room left');
  });
});
