/** The two extensions that are measured, put together in a temporary folder. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';

const PROBE = join(ROOT, 'scripts', 'bench', 'probe.js');
const PROBE_TAG = '<script src="/probe.js"></script>';

/** A page with nothing but a field that echoes its text: the least that a keystroke can cost. */
const BARE_PAGE = `<!doctype html><html lang="en" data-probe="bare"><head><title>Bare</title>${PROBE_TAG}</head>
<body><input aria-label="Bare" autofocus><p></p><script src="/echo.js"></script></body></html>`;
const ECHO = `const input = document.querySelector('input'); const echo = document.querySelector('p');
input.addEventListener('input', () => { echo.textContent = input.value; });`;

/**
 * A copy of the built extension with the bare page beside it.
 * @param probed whether its panel has the probe in it
 */
export function copyExtension(built: string, folder: string, probed = true): string {
  const dir = join(folder, probed ? 'hookline' : 'hookline-unprobed');
  cpSync(built, dir, { recursive: true });
  if (!probed) return dir;
  cpSync(PROBE, join(dir, 'probe.js'));
  const panel = join(dir, 'sidepanel.html');
  writeFileSync(panel, readFileSync(panel, 'utf8').replace('<head>', `<head>${PROBE_TAG}`));
  writeFileSync(join(dir, 'bare.html'), BARE_PAGE);
  writeFileSync(join(dir, 'echo.js'), ECHO);
  return dir;
}

/** The least extension that has a side panel: the bare page in it, and no code of its own beside that. */
export function blankExtension(folder: string, probed = true): string {
  const dir = join(folder, probed ? 'blank' : 'blank-unprobed');
  mkdirSync(dir);
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Blank',
      version: '1',
      permissions: ['sidePanel'],
      action: {},
      side_panel: { default_path: 'sidepanel.html' },
      background: { service_worker: 'worker.js' },
    }),
    'worker.js': 'chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });',
    'sidepanel.html': probed ? BARE_PAGE : BARE_PAGE.replace(PROBE_TAG, ''),
    'echo.js': ECHO,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  cpSync(PROBE, join(dir, 'probe.js'));
  return dir;
}
