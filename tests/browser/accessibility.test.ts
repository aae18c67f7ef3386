import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findByRole } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { runAxe, setView } from './support/page.ts';

let hookline: Hookline;
let panel: Page;

beforeAll(async () => {
  hookline = await launchHookline();
});
afterAll(async () => {
  await hookline?.close();
});
beforeEach(async () => {
  panel = await hookline.openPanel();
  // What the last test left to be stored must be there to be cleared.
  await panel.reload();
  await hookline.callPage.evaluate(() => chrome.storage.local.clear());
  await panel.reload();
  await findByRole(panel, 'combobox', 'Question');
});

const type = (text: string) => panel.keyboard.type(text);
const press = (key: Parameters<Page['keyboard']['press']>[0]) => panel.keyboard.press(key);
const chord = async (modifier: 'Alt', key: Parameters<Page['keyboard']['press']>[0]) => {
  await panel.keyboard.down(modifier);
  await press(key);
  await panel.keyboard.up(modifier);
};

describe('the panel', () => {
  const states: readonly (readonly [string, () => Promise<void>])[] = [
    ['the reference card', async () => {}],
    [
      'an open story, timed',
      async () => {
        await type('steve');
        await findByRole(panel, 'article');
        await press('Enter');
        await press('1');
      },
    ],
    [
      'the script',
      async () => {
        await type('steve');
        await chord('Alt', 'KeyS');
        await findByRole(panel, 'region', 'Script');
      },
    ],
    [
      'no story',
      async () => {
        await type('salary');
        await findByRole(panel, 'list', 'Backup phrases');
      },
    ],
    [
      'the rescue',
      async () => {
        await press('F2');
        await findByRole(panel, 'region', 'If you go blank');
      },
    ],
    [
      'what was taught',
      async () => {
        await type('salary');
        await chord('Alt', 'Digit1');
        await findByRole(panel, 'article');
        await chord('Alt', 'KeyL');
        await chord('Alt', 'KeyK');
        await findByRole(panel, 'textbox', 'Question 1');
      },
    ],
    [
      'what was asked',
      async () => {
        await type('steve');
        await press('Enter');
        await chord('Alt', 'KeyA');
        await findByRole(panel, 'button', 'Copy as Markdown');
      },
    ],
    [
      'the settings',
      async () => {
        await chord('Alt', 'KeyP');
        await findByRole(panel, 'region', 'Settings');
      },
    ],
    [
      'the help sheet',
      async () => {
        await type('?');
        await findByRole(panel, 'region', 'Keys');
      },
    ],
  ];
  it.each(states)('axe finds nothing, light or dark: %s', async (_, reach) => {
    await setView(panel, { width: 360, height: 640, scheme: 'light' });
    await reach();
    expect(await runAxe(panel)).toEqual([]);
    await setView(panel, { width: 360, height: 640, scheme: 'dark' });
    expect(await runAxe(panel)).toEqual([]);
  });
});
