/**
 * The built extension as if the user had given it access to loopback pages: the browser's question can't be answered
 * by a program, so the copy's manifest has it from the start. Everything else is as built. For tests and pictures.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The site that loopback pages are, as the extension's storage names it. */
export const LOOPBACK_SITE = 'http://127.0.0.1/*';

/** What is stored when the user has turned the card on there. */
export const SITES_ON = { version: 1, on: [LOOPBACK_SITE], added: [LOOPBACK_SITE], shownAt: 0 };

/** Flags that let loopback pages past the recording proxy. */
export const LOOPBACK_FLAGS = ['--proxy-bypass-list=127.0.0.1'];

/** Makes the copy in a folder of its own. */
export function grantedExtension(): { readonly dir: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'hookline-granted-'));
  const dir = join(folder, 'extension');
  cpSync(resolve('.output/chrome-mv3'), dir, { recursive: true });
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [LOOPBACK_SITE] }));
  return { dir, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
