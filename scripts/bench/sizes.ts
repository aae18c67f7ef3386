/** Sizes in bytes of what people download and of what the panel loads. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, run } from '../run.mjs';

export interface Sizes {
  /** The packed extension, as it is uploaded to a store. */
  readonly packed: number;
  /** The JavaScript files that the side panel loads, and their sum gzipped one by one. */
  readonly panelScripts: number;
  readonly panelScriptsGzipped: number;
  /** The script that is injected into call pages, the background's, and those of the floating card's page. */
  readonly overlayGzipped: number;
  readonly backgroundGzipped: number;
  readonly cardGzipped: number;
}

/** Builds and packs the extension. Gives its folder and the sizes. */
export async function packAndWeigh(): Promise<{ built: string; sizes: Sizes }> {
  const { status, output } = await run('wxt', ['zip']);
  if (status !== 0) throw new Error(`wxt zip failed:\n${output}`);
  const folder = join(ROOT, '.output');
  const zip = readdirSync(folder).find((name) => name.endsWith('-chrome.zip'));
  if (!zip) throw new Error('wxt zip left no packed extension.');
  const built = join(folder, 'chrome-mv3');
  const scripts = scriptsOf(built, 'sidepanel.html').map((path) => readFileSync(path));
  const gzipped = (path: string) => gzipSync(readFileSync(path)).length;
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    built,
    sizes: {
      packed: statSync(join(folder, zip)).size,
      panelScripts: sum(scripts.map(({ length }) => length)),
      panelScriptsGzipped: sum(scripts.map((script) => gzipSync(script).length)),
      overlayGzipped: gzipped(join(built, 'overlay.js')),
      backgroundGzipped: gzipped(join(built, 'background.js')),
      cardGzipped: sum(scriptsOf(built, 'card.html').map(gzipped)),
    },
  };
}

/** The scripts that a page names, and those that they import. */
function scriptsOf(built: string, page: string): string[] {
  const html = readFileSync(join(built, page), 'utf8');
  const found = new Set<string>();
  const waiting = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? '');
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const text = readFileSync(join(built, path), 'utf8');
    for (const [, name] of text.matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g))
      waiting.push(join(path, '..', name ?? ''));
  }
  return [...found].map((path) => join(built, path));
}
