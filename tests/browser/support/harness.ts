/**
 * The built extension in a real browser, for tests: its own temporary profile, its side panel opened as a
 * person opens it, and everything it says and asks for on record.
 *
 * ```ts
 * const hookline = await launchHookline();
 * onTestFinished(() => hookline.close());   // or afterAll, for a browser shared by a file
 * const panel = await hookline.openPanel();
 * await (await findByRole(panel, 'combobox', 'Question')).type('conflict');
 * ```
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Extension, Page, Target } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/find-browser.ts';
import { isPanel, launchBrowser, loadExtension, openSidePanel } from '../../../scripts/launch.ts';
import { type Asked, type Observed, type Observer, observe, observed, type Said } from './observe.ts';
import { type RecordingProxy, startProxy } from './proxy.ts';

/** What a test may choose. */
export interface HooklineOptions {
  /** The unpacked extension; `.output/chrome-mv3` of this checkout unless told. */
  readonly extensionDir?: string;
  /** The page that is opened beside the panel, inside the extension. */
  readonly page?: string;
  /** A synthetic camera that is granted without asking. */
  readonly fakeMedia?: boolean;
  /** Put into the extension's local storage before the panel opens for the first time. */
  readonly storage?: Readonly<Record<string, unknown>>;
  readonly flags?: readonly string[];
}

const running = new Set<Hookline>();
// A test run that is stopped, or dies, must not leave browsers behind.
process.once('exit', () => {
  for (const each of running) each.kill();
});

/** Starts a browser with the extension and opens the page beside which the panel will stand. */
export async function launchHookline(options: HooklineOptions = {}): Promise<Hookline> {
  const hookline = new Hookline(options);
  try {
    await hookline.start();
    if (options.storage) await hookline.setStorage(options.storage);
  } catch (error) {
    await hookline.close();
    throw error;
  }
  return hookline;
}

/** One browser with the extension in it. Made by {@link launchHookline}. */
export class Hookline {
  /** What every target said and asked for, also across {@link restart}. */
  readonly observed: Observed;
  readonly profileDir: string;
  #options: HooklineOptions;
  #record: { said: Said[]; asked: Asked[] } = { said: [], asked: [] };
  #proxy: RecordingProxy | undefined;
  #running: { browser: Browser; extension: Extension; callPage: Page; observer: Observer } | undefined;

  constructor(options: HooklineOptions) {
    this.#options = options;
    this.observed = observed(this.#record);
    this.profileDir = mkdtempSync(join(tmpdir(), 'hookline-test-'));
  }

  get browser(): Browser {
    return this.#now.browser;
  }

  get extensionId(): string {
    return this.#now.extension.id;
  }

  /** The page in the tab: the mock call unless the options said otherwise. */
  get callPage(): Page {
    return this.#now.callPage;
  }

  get #now() {
    if (!this.#running) throw new Error('The browser is not running.');
    return this.#running;
  }

  /** Starts the browser on this object's profile. */
  async start(): Promise<void> {
    this.#proxy ??= await startProxy(this.#record.asked);
    const browser = await launchBrowser({
      executablePath: requireBrowser(),
      profileDir: this.profileDir,
      headless: true,
      fakeMedia: this.#options.fakeMedia ?? false,
      flags: [...this.#proxy.flags, ...(this.#options.flags ?? [])],
    });
    running.add(this);
    try {
      const observer = await observe(browser, this.#record);
      const dir = resolve(this.#options.extensionDir ?? '.output/chrome-mv3');
      const extension = await loadExtension(browser, dir);
      // The first tab was there before the observer: a debugger that it does not know of looks at that.
      const before = await browser.pages();
      const callPage = await browser.newPage();
      for (const page of before) await page.close();
      this.#running = { browser, extension, callPage, observer };
      await callPage.goto(this.url(this.#options.page ?? 'call.html'));
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The address of a page of the extension. */
  url(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** Opens the real side panel, or finds it when it is open. */
  async openPanel(): Promise<Page> {
    return openSidePanel(this.browser, this.callPage, this.#now.extension);
  }

  /** Closes the side panel, and returns when it is gone. */
  async closePanel(): Promise<void> {
    const target = this.browser.targets().find((each) => isPanel(each, this.extensionId));
    if (!target) return;
    await (await target.asPage()).close();
    await this.#gone(target);
  }

  /** Closes the side panel and opens it again, as a person does in mid-call. */
  async reopenPanel(): Promise<Page> {
    await this.closePanel();
    return this.openPanel();
  }

  /** Stops the service worker, as the browser does after 30 s without work; whatever it has in hand. */
  async stopServiceWorker(): Promise<void> {
    const target = this.#worker();
    if (!target) return;
    // A debugger that looks at the worker keeps it alive, and a worker that is asked to close does so only when idle.
    await this.#now.observer.releaseWorkers();
    const session = await this.callPage.createCDPSession();
    try {
      let isStopped = false;
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        isStopped ||= versions.some(({ runningStatus }) => runningStatus === 'stopped');
      });
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      // The next worker may be there at once, and has the same target where a debugger came just then.
      await this.#until(() => isStopped || !this.browser.targets().includes(target), target);
      await this.#now.observer.releaseWorkers();
    } finally {
      await session.detach();
    }
  }

  /** Whether the service worker runs at the moment. */
  get serviceWorkerRuns(): boolean {
    return this.#worker() !== undefined;
  }

  /** Quits the browser and starts it again with the same profile and the same extension id. */
  async restart(): Promise<void> {
    await this.#quit();
    await this.start();
  }

  /** What the extension keeps in `chrome.storage.local` (all of it without keys). */
  async getStorage(keys: string[] | null = null): Promise<Record<string, unknown>> {
    return this.callPage.evaluate((wanted) => chrome.storage.local.get(wanted), keys);
  }

  /** Writes to `chrome.storage.local` through the extension's own page. */
  async setStorage(items: Readonly<Record<string, unknown>>): Promise<void> {
    await this.callPage.evaluate((each) => chrome.storage.local.set(each), { ...items });
  }

  /** Quits the browser and deletes the profile. May be called more than once. */
  async close(): Promise<void> {
    await this.#quit();
    this.#proxy?.close();
    rmSync(this.profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Ends the browser at once; for a dying test run only. */
  kill(): void {
    this.#running?.browser.process()?.kill('SIGKILL');
    rmSync(this.profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #quit(): Promise<void> {
    const browser = this.#running?.browser;
    this.#running = undefined;
    running.delete(this);
    await browser?.close();
  }

  #worker(): Target | undefined {
    const origin = `chrome-extension://${this.extensionId}/`;
    return this.browser
      .targets()
      .find((each) => each.type() === 'service_worker' && each.url().startsWith(origin));
  }

  #gone(target: Target): Promise<void> {
    return this.#until(() => !this.browser.targets().includes(target), target);
  }

  async #until(isGone: () => boolean, target: Target): Promise<void> {
    const end = Date.now() + 10_000;
    while (!isGone()) {
      if (Date.now() > end) throw new Error(`${target.url()} is still there after 10 s.`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}
