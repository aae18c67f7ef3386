/** What tests do with a page: look at it in a given size and colour scheme, and ask axe about it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

/** Light or dark, as the system would ask for it. */
export type Scheme = 'light' | 'dark';

/** How a page is to be shown. */
export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: Scheme;
  /** Waits for nothing that moves: set unless told otherwise. */
  readonly reducedMotion?: boolean;
}

/** Shows the page in a given size and colour scheme until the next call. */
export async function setView(page: Page, view: View): Promise<void> {
  const { width, height } = view;
  if (width !== undefined && height !== undefined) await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: view.scheme ?? 'light' },
    { name: 'prefers-reduced-motion', value: view.reducedMotion === false ? 'no-preference' : 'reduce' },
  ]);
}

/** A PNG of the page as {@link setView} shows it; written to `path` when one is given. */
export async function screenshot(page: Page, view: View, path?: `${string}.png`): Promise<Uint8Array> {
  await setView(page, view);
  return page.screenshot(path === undefined ? {} : { path });
}

/** What axe-core has against the page, one line each; nothing when all is well. */
export async function runAxe(page: Page): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated by the debugger, which the page's content security policy does not bind.
  await page.evaluate(source);
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${id}: ${help} (${places})`;
  });
}

/** Whether anything on the page is wider than its window, so that a person would have to scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Tries again until `check` does not throw: signals reach the page a frame later than the key. */
export async function eventually<T>(check: () => Promise<T> | T, timeout = 10_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 30));
    }
  }
}
