/**
 * `npm run bench [-- --json]`: how fast and how large Hookline is, measured in one run in a real browser against
 * the least that a page can do there. Milliseconds differ from machine to machine; the ratios are the result.
 * `-- --parsing`: how long guides take to read, and nothing else; without a browser.
 * `-- --rivals`: the matcher beside search libraries instead, without a browser; takes a few minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { measureCounting } from './bench/counting.ts';
import { measureEditing } from './bench/editing.ts';
import { blankExtension, copyExtension } from './bench/extensions.ts';
import type { Spread } from './bench/figures.ts';
import { guideOf } from './bench/guides.ts';
import { type Keystrokes, measureKeystrokes } from './bench/keystrokes.ts';
import { measureOpenings } from './bench/openings.ts';
import { measureParsing, type Parsing } from './bench/parsing.ts';
import { packAndWeigh } from './bench/sizes.ts';
import { measureSurfaces } from './bench/surfaces.ts';
import { requireBrowser } from './find-browser.ts';
import { launchBrowser, loadExtension, openSidePanel } from './launch.ts';
import { start } from './run.mjs';
import { useGuide } from './use-guide.ts';

/** Guides to type into: the one that ships, and two that nobody could learn. */
const GUIDES = [undefined, 100, 1000] as const;

type Result = Awaited<ReturnType<typeof measure>>;

await start(async () => {
  if (process.argv.includes('--rivals')) {
    const { measureRivals, printRivals, SIZES } = await import('./bench/rivals.ts');
    for (const size of SIZES) printRivals(measureRivals([size]));
    return 0;
  }
  if (process.argv.includes('--parsing')) {
    printParsing(measureParsing());
    return 0;
  }
  const result = await measure();
  if (process.argv.includes('--json')) console.log(JSON.stringify(result));
  else print(result);
  return 0;
});

async function measure() {
  const parsing = measureParsing();
  const { built, sizes } = await packAndWeigh();
  const folder = mkdtempSync(join(tmpdir(), 'hookline-bench-'));
  try {
    const on = await inBrowser(folder, async (browser) => browser.version());
    const opening = await inBrowser(folder, async (browser, tab) => {
      const hookline = await loadExtension(browser, copyExtension(built, folder));
      const blank = await loadExtension(browser, blankExtension(folder));
      await tab.goto(`chrome-extension://${hookline.id}/bare.html`);
      return measureOpenings(browser, tab, hookline, blank);
    });
    const keystrokes: (Keystrokes & { readonly stories: number })[] = [];
    for (const stories of GUIDES)
      keystrokes.push(
        await inBrowser(folder, async (browser, tab) => {
          const hookline = await loadExtension(browser, join(folder, 'hookline'));
          await tab.goto(`chrome-extension://${hookline.id}/bare.html`);
          if (stories !== undefined) await useGuide(tab, guideOf(stories));
          const panel = await openSidePanel(browser, tab, hookline);
          await panel.waitForSelector('[role="option"]', { timeout: 30_000 });
          return { stories: stories ?? 4, ...(await measureKeystrokes(panel, tab)) };
        }),
      );
    const counting = await inBrowser(folder, async (browser, tab) => {
      const hookline = await loadExtension(browser, copyExtension(built, folder, false));
      const blank = await loadExtension(browser, blankExtension(folder, false));
      await tab.goto(`chrome-extension://${hookline.id}/call.html`);
      return measureCounting(browser, tab, hookline, blank);
    });
    const editing = await inBrowser(folder, async (browser, tab) => {
      const hookline = await loadExtension(browser, join(folder, 'hookline-unprobed'));
      await tab.goto(`chrome-extension://${hookline.id}/call.html`);
      return measureEditing(tab, `chrome-extension://${hookline.id}/library.html`);
    });
    const surfaces = mkdtempSync(join(folder, 'surfaces-'));
    const lag = await inBrowser(folder, async (browser, tab) =>
      measureSurfaces(browser, tab, copyExtension(built, surfaces)),
    );
    return {
      on: `${on}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`,
      keystrokes,
      opening,
      counting,
      editing,
      parsing,
      lag,
      sizes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Each measurement has a browser with a profile of its own. */
async function inBrowser<T>(folder: string, act: (browser: Browser, tab: Page) => Promise<T>): Promise<T> {
  const profileDir = mkdtempSync(join(folder, 'profile-'));
  const browser = await launchBrowser({ executablePath: requireBrowser(), profileDir, headless: true });
  try {
    return await act(browser, (await browser.pages())[0] ?? (await browser.newPage()));
  } finally {
    await browser.close();
  }
}

function ms({ median, p95, p99, count }: Spread): string {
  return `median ${median} ms, p95 ${p95} ms, p99 ${p99} ms (${count} times)`;
}

function printParsing(parsing: readonly Parsing[]): void {
  console.log('Reading a guide, in Node');
  for (const { stories, bytes, guide, parser, medianRatio } of parsing)
    console.log(`  ${String(stories).padStart(3)} stories, ${(bytes / 1000).toFixed(0)} kB
    parseGuide                 ${ms(guide)}
    mdast-util-from-markdown   ${ms(parser)}
    ratio guide / parser alone median ${medianRatio}`);
}

function print({ on, keystrokes, opening, counting, editing, parsing, lag, sizes }: Result): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`Measured in ${on}\n`);
  for (const each of keystrokes)
    console.log(`Keystroke to painted result, ${each.stories} stories (${each.withoutChange} further keys changed nothing)
  side panel                   ${ms(each.panel)}
  bare field that echoes       ${ms(each.bare)}
  ratio panel / bare field     median ${each.medianRatio}, p95 ${each.p95Ratio}; p99 ${each.p99Later} ms later (a frame is 16.7)
`);
  console.log(`Opening to usable, from the click on the toolbar icon
  side panel                   ${ms(opening.panel)}
  blank extension's panel      ${ms(opening.blank)}
  ratio panel / blank panel    median ${opening.medianRatio}
Of that, from the start of the page
  side panel                   ${ms(opening.panelPage)}
  blank extension's panel      ${ms(opening.blankPage)}
  ratio panel / blank panel    median ${opening.medianPageRatio}

Counting down for ${counting.seconds} s with nobody typing
  side panel                   ${counting.panel.percent} % of one core, ${counting.panel.layouts} layouts
  blank extension's panel      ${counting.blank.percent} % of one core, ${counting.blank.layouts} layouts

Keystroke to the next frame in the library's editor
  a guide of ${kilobytes(editing.bytes)}         ${ms(editing.long)}
  a guide of four stories      ${ms(editing.short)}
  ratio                        median ${editing.medianRatio}, p95 ${editing.p95Ratio}

Press on one surface to paint on another
  panel -> card on the page    ${ms(lag.panelToOverlay)}
  panel -> floating card       ${ms(lag.panelToCard)}
  card on the page -> panel    ${ms(lag.overlayToPanel)}
  card on the page -> floating ${ms(lag.overlayToCard)}
  floating card -> panel       ${ms(lag.cardToPanel)}
  floating card -> page        ${ms(lag.cardToOverlay)}
  bare echo between two pages  ${ms(lag.baseline)}
  ratio of the slowest / echo  median ${lag.worstRatio.median}, p95 ${lag.worstRatio.p95}

Size
  packed extension             ${kilobytes(sizes.packed)}
  JavaScript of the panel      ${kilobytes(sizes.panelScripts)}, gzipped ${kilobytes(sizes.panelScriptsGzipped)}
  card on call pages, gzipped  ${kilobytes(sizes.overlayGzipped)}
  background, gzipped          ${kilobytes(sizes.backgroundGzipped)}
  floating card, gzipped       ${kilobytes(sizes.cardGzipped)}
`);
  printParsing(parsing);
}
