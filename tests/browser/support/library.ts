/** The library page in a browser of its own for each test file, empty for each test, and what a person does there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { findByRole, textsByRole } from '../../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './harness.ts';
import { eventually, setView } from './page.ts';

export const ALPHA = `# Alpha

## Story 1: HARVEST - Apples in the Rain

**Time:** 45 seconds

### Key Points

- Weather: it rained
- Result: 30% more apples
`;
export const BETA = `## Story 2: CONFLICT - Two Ladders

### Key Points

- Problem: one ladder too few
`;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Opens the page for the tests of a file. Nothing may complain or ask for anything outside in any of them. */
export function useLibrary() {
  const folder = mkdtempSync(join(tmpdir(), 'hookline-library-'));
  let running: Hookline | undefined;
  let complained = 0;

  function hookline(): Hookline {
    if (running === undefined) throw new Error('The browser is not running.');
    return running;
  }
  const page = (): Page => hookline().callPage;
  const press = async (name: string) => (await findByRole(page(), 'button', name)).click();

  beforeAll(async () => {
    running = await launchHookline({ page: 'library.html' });
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await page().bringToFront();
    complained = hookline().observed.complaints().length;
    page().removeAllListeners('dialog');
    page().on('dialog', (dialog) => void dialog.accept());
    await setView(page(), { width: 1280, height: 800 });
    await page().goto(hookline().url('call.html'));
    await page().evaluate(() => chrome.storage.local.clear());
    await page().goto(hookline().url('library.html'));
    await findByRole(page(), 'heading', 'Bring in a guide');
  });
  afterEach(() => {
    expect(hookline().observed.complaints().slice(complained)).toEqual([]);
    expect(hookline().observed.requestsOutside(hookline().extensionId)).toEqual([]);
  });

  /** The file that the page hands over when `act` is done. */
  async function download(act: () => Promise<void>): Promise<string> {
    const session = await page().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: folder,
      eventsEnabled: true,
    });
    const done = new Promise<string>((resolve) => {
      session.on('Browser.downloadProgress', ({ guid, state }) => {
        if (state === 'completed') resolve(guid);
      });
    });
    await act();
    const path = join(folder, await done);
    await session.detach();
    return path;
  }

  /** Pastes as the clipboard's event brings it. */
  async function paste(data: { html?: string; text?: string }): Promise<void> {
    const name = 'Or paste it here: Markdown, plain text, or straight from a document';
    const place = await findByRole(page(), 'textbox', name);
    await place.evaluate((element, { html, text }) => {
      const clipboardData = new DataTransfer();
      if (html !== undefined) clipboardData.setData('text/html', html);
      if (text !== undefined) clipboardData.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  }

  /** Waits until the page says so: `Saved`, for one. */
  const status = (words: string) =>
    eventually(async () => expect(await textsByRole(page(), 'status')).toContain(words));

  return {
    get hookline() {
      return hookline();
    },
    get page() {
      return page();
    },
    press,
    status,
    paste,
    download,
    /** Chooses files as a person does. */
    async choose(files: Files, button = 'Choose files…'): Promise<void> {
      const paths = Object.entries(files).map(([name, content]) => {
        const path = join(folder, name);
        writeFileSync(path, content);
        return path;
      });
      const [chooser] = await Promise.all([page().waitForFileChooser(), press(button)]);
      await chooser.accept(paths);
    },
    /** Pastes a text and keeps it as a guide. */
    async keep(text: string): Promise<void> {
      await paste({ text });
      await press('Keep this guide');
      await status('Saved');
    },
    editor: (name = 'Text of the guide'): Promise<ElementHandle<Element>> =>
      findByRole(page(), 'textbox', name),
    /** What “Export” gives. */
    exported: async (): Promise<Buffer> => readFileSync(await download(() => press('Export'))),
    /** Presses a key with Control held. */
    async control(key: 'End' | 'z'): Promise<void> {
      await page().keyboard.down('Control');
      await page().keyboard.press(key);
      await page().keyboard.up('Control');
    },
  };
}
