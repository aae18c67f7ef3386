/**
 * The harness itself, on a tiny extension: a test that finds no request and no error proves something only if
 * the recorder sees those that are made.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findByRole, listItems, textsByRole } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually, runAxe } from './support/page.ts';

const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Harness',
    version: '1',
    permissions: ['storage', 'sidePanel'],
    action: {},
    side_panel: { default_path: 'sidepanel.html' },
    background: { service_worker: 'worker.js' },
  }),
  'worker.js': `
    fetch('https://start.invalid/').catch(() => 'failed');
    chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    chrome.runtime.onMessage.addListener((message, _sender, answer) => {
      if (message === 'fetch') fetch('https://worker.invalid/').catch(() => answer('failed'));
      else answer('awake');
      return true;
    });`,
  'page.html': '<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1></main></html>',
  'sidepanel.html': `<!doctype html><html lang="en"><title>Panel</title><main><h1></h1>
    <input role="combobox" aria-label="Question" aria-expanded="false" autofocus>
    <ul aria-label="Points"><li>First</li><li>Second</li></ul></main><script src="panel.js"></script></html>`,
  'panel.js': `
    const box = document.querySelector('input');
    const heading = document.querySelector('h1');
    chrome.storage.local.get('text').then(({ text }) => { heading.textContent = text ?? 'Nothing'; });
    box.addEventListener('input', () => {
      heading.textContent = box.value;
      chrome.storage.local.set({ text: box.value });
    });`,
};

let dir: string;
let hookline: Hookline;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hookline-harness-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(dir, name), text);
  hookline = await launchHookline({ extensionDir: dir, page: 'page.html', storage: { text: 'Seeded' } });
});

afterAll(async () => {
  await hookline?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('the panel takes keys, is found by role and name, and is the same after closing and restarting', async () => {
  let panel = await hookline.openPanel();
  await eventually(async () => expect(await textsByRole(panel, 'heading')).toEqual(['Seeded']));
  await findByRole(panel, 'combobox', 'Question');
  await panel.keyboard.type('conflict');
  expect(await textsByRole(panel, 'heading')).toEqual(['conflict']);
  expect(await listItems(panel, 'Points')).toEqual(['First', 'Second']);
  expect(await listItems(panel, 'No such list')).toEqual([]);

  panel = await hookline.reopenPanel();
  await eventually(async () => expect(await textsByRole(panel, 'heading')).toEqual(['conflict']));

  const id = hookline.extensionId;
  await hookline.restart();
  expect(hookline.extensionId).toBe(id);
  expect(await hookline.getStorage(['text'])).toEqual({ text: 'conflict' });
});

test('the service worker stops and comes back', async () => {
  await hookline.stopServiceWorker();
  expect(hookline.serviceWorkerRuns).toBe(false);
  expect(await hookline.callPage.evaluate(() => chrome.runtime.sendMessage('wake'))).toBe('awake');
  await eventually(() => expect(hookline.serviceWorkerRuns).toBe(true));
});

test('axe reports what is wrong', async () => {
  expect(await runAxe(hookline.callPage)).toEqual([]);
  await hookline.callPage.evaluate(() => document.body.append(document.createElement('button')));
  expect(await runAxe(hookline.callPage)).toEqual([expect.stringMatching(/^button-name: /)]);
});

test('requests, messages and errors of page, panel and worker are all on record', async () => {
  const panel = await hookline.openPanel();
  await hookline.callPage.evaluate(() => fetch('https://page.invalid/').catch(() => 'failed'));
  await hookline.callPage.evaluate(() => chrome.runtime.sendMessage('fetch'));
  await panel.evaluate(() => {
    new Image().src = 'https://panel.invalid/';
    console.warn('careful');
    setTimeout(() => {
      throw new Error('thrown');
    });
  });
  await eventually(() => {
    const urls = hookline.observed
      .requestsOutside(hookline.extensionId)
      .map(({ kind, url }) => `${kind} ${url}`);
    expect(urls).toEqual(
      expect.arrayContaining([
        'Fetch https://page.invalid/',
        'Proxied https://page.invalid:443/',
        'Image https://panel.invalid/',
        'Fetch https://worker.invalid/',
        'Proxied https://start.invalid:443/',
      ]),
    );
    const said = hookline.observed.complaints().map(({ text }) => text);
    expect(said).toContain('careful');
    expect(said).toContainEqual(expect.stringContaining('Error: thrown'));
  });
});
