/**
 * Puts a guide into the extension's storage, through the extension's own page.
 *
 * This is the one place outside `storage/` that knows how a guide is stored. It must agree with
 * `storage/guide-item.ts`; `tests/browser/use-guide.test.ts` fails when it does not.
 */
import type { Page } from 'puppeteer-core';

/**
 * Stores `text` where older versions kept their one guide: the next page of the extension to look brings it
 * into the library and shows it. `page` is any page of the extension.
 */
export async function useGuide(page: Page, text: string): Promise<void> {
  await page.evaluate(
    (each) =>
      // The library's own lock (storage/library-shelf.ts): it may just be bringing in the one before.
      navigator.locks.request('hookline-library', () =>
        chrome.storage.local.set({ guide: { version: 1, text: each } }),
      ),
    text,
  );
}

/** Whether a guide of the user's is shown, or about to be, and not the one that ships. */
export async function hasGuide(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { guide, library } = await chrome.storage.local.get(['guide', 'library']);
    const current: unknown = (library as { currentId?: unknown } | undefined)?.currentId;
    return guide !== undefined || typeof current === 'string';
  });
}
