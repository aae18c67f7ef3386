/**
 * `npm run icons`: makes the PNG icons from public/icon.svg, drawn by the browser. Run it after changing the
 * SVG; the PNGs are kept in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { requireBrowser } from './find-browser.ts';
import { launchFlags } from './launch.ts';
import { ROOT, start } from './run.mjs';

const SIZES = [16, 32, 48, 128];

await start(async () => {
  const svg = readFileSync(join(ROOT, 'public', 'icon.svg'), 'utf8');
  const folder = join(ROOT, 'public', 'icon');
  mkdirSync(folder, { recursive: true });
  const browser = await puppeteer.launch({ executablePath: requireBrowser(), args: launchFlags() });
  try {
    const page = await browser.newPage();
    for (const size of SIZES) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
      const png = await page.screenshot({ omitBackground: true });
      writeFileSync(join(folder, `${size}.png`), png);
      console.log(`public/icon/${size}.png: ${png.length} bytes`);
    }
  } finally {
    await browser.close();
  }
});
