/**
 * Where a Chromium-family browser is on this machine. Used by `npm start`, `npm test`, the browser tests,
 * the benchmark and the icon script, so that all of them agree on one browser.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the search needs to know of the machine; tests give their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (path: string) => boolean;
}

/** One sentence for people whose machine has no browser that Hookline can use. */
export const INSTALL_A_BROWSER =
  'No browser was found: install Google Chrome, Chromium, Microsoft Edge or Brave, ' +
  'or set CHROME_PATH to the program of one.';

/** Program names in the order Chrome, Chromium, Edge, Brave. */
const NAMES_ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
];

const LINUX_PLACES = [
  '/opt/google/chrome/chrome',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
  '/opt/brave.com/brave/brave',
  '/snap/bin/brave',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** Every place to look, best first, without asking whether anything is there. */
export function browserPlaces({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return WINDOWS_PLACES.flatMap((place) => roots.flatMap((root) => (root ? [`${root}\\${place}`] : [])));
  }
  const folders = (env.PATH ?? '').split(platform === process.platform ? delimiter : ':').filter(Boolean);
  const onPath = NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    const apps = MAC_APPS.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
    return [...apps, ...onPath];
  }
  return [...onPath, ...LINUX_PLACES];
}

/**
 * The browser's program, or `undefined` when there is none. `CHROME_PATH` wins; when it is set and points at
 * nothing, that is an error, because silently using another browser would surprise.
 */
export function findBrowser(machine: Machine = thisMachine()): string | undefined {
  const chosen = machine.env.CHROME_PATH;
  if (chosen) {
    if (machine.isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, and there is no program to run there.`);
  }
  return browserPlaces(machine).find(machine.isProgram);
}

/** Like {@link findBrowser}, for callers that cannot go on without one. */
export function requireBrowser(): string {
  const found = findBrowser();
  if (!found) throw new Error(INSTALL_A_BROWSER);
  return found;
}

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, isProgram };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
