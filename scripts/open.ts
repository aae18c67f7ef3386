/**
 * The second half of `npm start`, after set-up and build: opens a browser with the extension, the mock call page
 * and the side panel. With a display it stays until the person closes it; without one it demonstrates itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { demonstrate } from './demonstrate.ts';
import { requireBrowser } from './find-browser.ts';
import { launchBrowser, loadExtension, openSidePanel } from './launch.ts';
import { readOptions, type StartOptions } from './options.ts';
import { readyProfile } from './profile.ts';
import { Plain, ROOT, start } from './run.mjs';
import { hasGuide, useGuide } from './use-guide.ts';

const EXTENSION = join(ROOT, '.output', 'chrome-mv3');
const PROFILE = join(ROOT, '.hookline', 'profile');
const PICTURE = join(ROOT, '.hookline', 'pictures', 'start.png') as `${string}.png`;

await start(async () => {
  const options = readOptions(process.argv.slice(2), process.env, process.platform);
  if (options.check) return;
  readyProfile(PROFILE);
  const browser = await launch(options);
  const closed = new Promise<void>((done) => browser.once('disconnected', () => done()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void browser.close().finally(() => process.exit(0));
    });
  }
  try {
    await show(browser, options);
    if (!options.headless) {
      console.log('Hookline is open. Close the browser or press Ctrl+C to end.');
      await Promise.race([closed, lastPageClosed(browser)]);
    }
  } catch (error) {
    // The person may close the window while it is still opening; that is not a failure.
    if (!browser.connected) return;
    throw new Plain(`Hookline did not start: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (browser.connected) await browser.close();
  }
});

async function launch({ headless }: StartOptions): Promise<Browser> {
  const executablePath = requireBrowser();
  // Later starts open the window as the person left it.
  const flags = existsSync(join(PROFILE, 'Default')) ? [] : ['--window-size=1280,800'];
  try {
    return await launchBrowser({ executablePath, profileDir: PROFILE, headless, fakeMedia: headless, flags });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Plain(`The browser ${executablePath} did not start: ${reason}`);
  }
}

async function show(browser: Browser, options: StartOptions): Promise<void> {
  const extension = await loadExtension(browser, EXTENSION);
  const [first, ...others] = await browser.pages();
  const callPage = first ?? (await browser.newPage());
  // Tabs that the browser brought back from the last start.
  for (const page of others) await page.close();
  await callPage.goto(`chrome-extension://${extension.id}/call.html`);
  if (options.guide) await useGuide(callPage, options.guide.text);
  const kept = (await hasGuide(callPage))
    ? 'the one from before (delete the folder .hookline to go back to the default guide)'
    : 'the default guide';
  console.log(`Guide: ${options.guide?.path ?? kept}`);
  const panel = await openSidePanel(browser, callPage, extension);
  if (options.headless) await demonstrate(browser, callPage, panel, PICTURE);
}

/** Some systems keep the browser running without a window; a person sees it as closed. */
async function lastPageClosed(browser: Browser): Promise<void> {
  await new Promise<void>((done) => {
    browser.on('targetdestroyed', () => {
      const open = browser
        .targets()
        .some((target) => target.type() === 'page' && !target.url().includes('sidepanel'));
      if (!open) done();
    });
  });
}
