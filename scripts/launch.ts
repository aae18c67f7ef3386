/**
 * Starting a browser with an unpacked extension in it, the same way for `npm start`, the browser tests and
 * the benchmark.
 */
import puppeteer, { type Browser, type Extension, type Page, type Target } from 'puppeteer-core';

/** How a browser is to be started. */
export interface LaunchOptions {
  readonly executablePath: string;
  readonly profileDir: string;
  readonly headless: boolean;
  /** A synthetic camera and microphone, granted without asking: for machines that have neither. */
  readonly fakeMedia?: boolean;
  /** Further command-line flags. */
  readonly flags?: readonly string[];
}

/**
 * Flags that keep the browser quiet: no first-run page, no background traffic of its own. Chromium's sandbox
 * cannot start as root, and only then is it turned off.
 */
export function launchFlags(options: Pick<LaunchOptions, 'fakeMedia' | 'flags'> = {}): string[] {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.fakeMedia ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] : []),
    ...(options.flags ?? []),
  ];
}

/** Starts the browser, without any extension yet. The caller closes it, and also answers to signals. */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    executablePath: options.executablePath,
    userDataDir: options.profileDir,
    headless: options.headless,
    // Extensions can be loaded over a pipe only; `--load-extension` is ignored by branded Chrome and Edge.
    pipe: true,
    // Without a list: puppeteer does not wait for the extensions of a list, `installExtension` does.
    enableExtensions: true,
    defaultViewport: options.headless ? { width: 1280, height: 720 } : null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: launchFlags(options),
    // "Chrome is being controlled by automated test software" would take a strip off the person's window.
    ...(options.headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
  });
}

/** Loads the unpacked extension in `dir`. Its id follows from the folder's path, so it stays the same. */
export async function loadExtension(browser: Browser, dir: string): Promise<Extension> {
  const id = await browser.installExtension(dir);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`The browser did not keep the extension in ${dir}.`);
  return extension;
}

/** Whether a target is the side panel's page of this extension. */
export function isPanel(target: Target, extensionId: string): boolean {
  return target.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`);
}

/**
 * Opens the real side panel beside `page`, as a click on the toolbar icon does, and gives its page. Does
 * nothing but find it when it is open already.
 */
export async function openSidePanel(browser: Browser, page: Page, extension: Extension): Promise<Page> {
  const open = browser.targets().find((target) => isPanel(target, extension.id));
  if (open) return asPage(open);
  await page.bringToFront();
  const tries = 4;
  for (let attempt = 1; ; attempt++) {
    await page.triggerExtensionAction(extension);
    try {
      const timeout = 3000;
      const target = await browser.waitForTarget((each) => isPanel(each, extension.id), { timeout });
      return await asPage(target);
    } catch (error) {
      // Right after loading, the worker may not have said yet that a click opens the panel.
      if (attempt === tries) throw new Error('The side panel did not open.', { cause: error });
    }
  }
}

async function asPage(target: Target): Promise<Page> {
  const page = await target.asPage();
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}
