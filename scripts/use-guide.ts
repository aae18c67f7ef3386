/**
 * Puts a guide into the extension's storage, through the extension's own page.
 *
 * This is the one place outside `storage/` that knows how a guide is stored. It must agree with
 * `storage/guide-item.ts`; `tests/browser/use-guide.test.ts` fails when it does not.
 */
import type { Page } from 'puppeteer-core';

/** Stores `text` as the guide. `page` is any page of the extension. */
export async function useGuide(page: Page, text: string): Promise<void> {
  await page.evaluate((each) => chrome.storage.local.set({ guide: { version: 1, text: each } }), text);
}

/** Whether a guide is stored, so that the default one is not used. */
export async function hasGuide(page: Page): Promise<boolean> {
  return page.evaluate(async () => 'guide' in (await chrome.storage.local.get('guide')));
}
