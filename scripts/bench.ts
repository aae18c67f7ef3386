/**
 * `npm run bench [-- --json]`: how fast and how large Hookline is, measured in one run in a real browser against
 * the least that a page can do there. Milliseconds differ from machine to machine; the ratios are the result.
 * `-- --parsing`: how long guides take to read, and nothing else; without a browser.
 * `-- --rivals`: the matcher beside search libraries instead, without a browser; takes a few minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankExtension, copyExtension } from './bench/extensions.ts';
import type { Spread } from './bench/figures.ts';
import { measureKeystrokes } from './bench/keystrokes.ts';
import { measureOpenings } from './bench/openings.ts';
import { measureParsing, type Parsing } from './bench/parsing.ts';
import { packAndWeigh } from './bench/sizes.ts';
import { requireBrowser } from './find-browser.ts';
import { launchBrowser, loadExtension, openSidePanel } from './launch.ts';
import { start } from './run.mjs';

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
  const profileDir = join(folder, 'profile');
  const browser = await launchBrowser({ executablePath: requireBrowser(), profileDir, headless: true });
  try {
    const hookline = await loadExtension(browser, copyExtension(built, folder));
    const blank = await loadExtension(browser, blankExtension(folder));
    const tab = (await browser.pages())[0] ?? (await browser.newPage());
    await tab.goto(`chrome-extension://${hookline.id}/bare.html`);
    const opening = await measureOpenings(browser, tab, hookline, blank);
    const panel = await openSidePanel(browser, tab, hookline);
    await panel.waitForSelector('[role="option"]');
    const keystroke = await measureKeystrokes(panel, tab);
    const on = `${await browser.version()}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
    return { on, keystroke, opening, parsing, sizes };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function ms({ median, p95, count }: Spread): string {
  return `median ${median} ms, p95 ${p95} ms (${count} times)`;
}

function printParsing(parsing: readonly Parsing[]): void {
  console.log('Reading a guide, in Node');
  for (const { stories, bytes, guide, parser, medianRatio } of parsing)
    console.log(`  ${String(stories).padStart(3)} stories, ${(bytes / 1000).toFixed(0)} kB
    parseGuide                 ${ms(guide)}
    mdast-util-from-markdown   ${ms(parser)}
    ratio guide / parser alone median ${medianRatio}`);
}

function print({ on, keystroke, opening, parsing, sizes }: Result): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`Measured in ${on}

Keystroke to painted result (${keystroke.withoutChange} further keys changed nothing on the panel)
  side panel                   ${ms(keystroke.panel)}
  bare field that echoes       ${ms(keystroke.bare)}
  ratio panel / bare field     median ${keystroke.medianRatio}, p95 ${keystroke.p95Ratio}

Opening to usable, from the click on the toolbar icon
  side panel                   ${ms(opening.panel)}
  blank extension's panel      ${ms(opening.blank)}
  ratio panel / blank panel    median ${opening.medianRatio}
Of that, from the start of the page
  side panel                   ${ms(opening.panelPage)}
  blank extension's panel      ${ms(opening.blankPage)}
  ratio panel / blank panel    median ${opening.medianPageRatio}

Size
  packed extension             ${kilobytes(sizes.packed)}
  JavaScript of the panel      ${kilobytes(sizes.panelScripts)}, gzipped ${kilobytes(sizes.panelScriptsGzipped)}
`);
  printParsing(parsing);
}
