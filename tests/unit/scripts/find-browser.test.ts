import { expect, test } from 'vitest';
import { browserPlaces, findBrowser, type Machine } from '../../../scripts/find-browser.ts';

/** A machine on which only these programs exist. */
function machine(programs: string[], env: Machine['env'] = {}, platform: NodeJS.Platform = 'linux'): Machine {
  return { platform, env, isProgram: (path) => programs.includes(path) };
}

test('CHROME_PATH wins over what is installed', () => {
  const programs = ['/opt/mine/chrome', '/usr/bin/chromium'];
  expect(findBrowser(machine(programs, { CHROME_PATH: '/opt/mine/chrome' }))).toBe('/opt/mine/chrome');
});

test('a CHROME_PATH that leads nowhere is an error, whatever else is installed', () => {
  const env = { CHROME_PATH: '/nowhere', PATH: '/usr/bin' };
  expect(() => findBrowser(machine(['/usr/bin/chromium'], env))).toThrow('CHROME_PATH is /nowhere');
});

test('Chrome comes before Chromium, Edge and Brave', () => {
  const found = (...programs: string[]) =>
    findBrowser(machine(programs, { PATH: '/usr/local/bin:/usr/bin' }));
  const [chrome, chromium, edge, brave] = [
    '/usr/bin/google-chrome',
    '/usr/local/bin/chromium',
    '/usr/bin/microsoft-edge',
    '/usr/local/bin/brave-browser',
  ];
  expect(found(brave, edge, chromium, chrome)).toBe(chrome);
  expect(found(brave, edge, chromium)).toBe(chromium);
  expect(found(brave, edge)).toBe(edge);
  expect(found(brave)).toBe(brave);
});

test('a browser that is not on PATH is found in its usual place', () => {
  expect(findBrowser(machine(['/opt/google/chrome/chrome']))).toBe('/opt/google/chrome/chrome');
  const mac = '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser';
  expect(findBrowser(machine([mac], {}, 'darwin'))).toBe(mac);
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
  expect(findBrowser(machine([edge], windows, 'win32'))).toBe(edge);
});

test('without any browser nothing is found, and without any environment nothing breaks', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(findBrowser(machine([], {}, platform))).toBeUndefined();
    expect(browserPlaces(machine([], {}, platform)).every((place) => !place.includes('undefined'))).toBe(
      true,
    );
  }
});
