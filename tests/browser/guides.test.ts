/** Several guides, and one that is edited while the panel shows it. */
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findByRole, queryByRole, textOf } from '../../scripts/by-role.ts';
import { bundleForPage } from './support/bundle-for-page.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually, runAxe, scrollsSideways, setView } from './support/page.ts';
import type * as savingPage from './support/saving-page.ts';

declare const saving: typeof savingPage;

const ACME = `# Acme

## Story 1: SEA - Fog at night

### Opening Hook Options:
- "Forty metres of sight."
- "The radio went silent."

### The Story:
We came in blind and nobody raised a voice until the pier stood there.

## Story 2: CREW - The rota

### The Story:
Who sleeps when, and who decides it, was a quarrel of years before I asked.
`;

let hookline: Hookline;
let code = '';
let panel: Page;

beforeAll(async () => {
  code = await bundleForPage('tests/browser/support/saving-page.ts', 'saving');
  hookline = await launchHookline();
});
afterAll(() => hookline?.close());
beforeEach(async () => {
  await hookline.closePanel();
  await hookline.callPage.evaluate(() => chrome.storage.local.clear());
  await hookline.callPage.evaluate(code);
});

async function openPanel(): Promise<void> {
  panel = await hookline.openPanel();
  await setView(panel, { width: 360, height: 640 });
  await findByRole(panel, 'combobox', 'Question');
}
const inPage = {
  make: (name: string, text: string) =>
    hookline.callPage.evaluate((n, t) => saving.makeGuide(n, t), name, text),
  replace: (from: string, to: string) =>
    hookline.callPage.evaluate((a, b) => saving.replaceInGuide(a, b), from, to),
};
const alt = async (key: KeyInput) => {
  await panel.keyboard.down('Alt');
  await panel.keyboard.press(key);
  await panel.keyboard.up('Alt');
};
const question = () => panel.$eval('[role="combobox"]', (input) => (input as HTMLInputElement).value);

describe('a guide that is edited elsewhere', () => {
  it('changes in the panel at once; question, open story, hook and countdown stay', async () => {
    await inPage.make('Acme', ACME);
    await openPanel();
    await panel.keyboard.type('fog');
    await findByRole(panel, 'article', 'SEA Fog at night');
    await panel.keyboard.press('ArrowRight');
    await panel.keyboard.press('Enter');
    const current = () => panel.$eval('.hooks .current', (hook) => hook.textContent);
    await eventually(async () => expect(await current()).toContain('The radio went silent.'));
    expect(await inPage.replace('SEA - Fog at night', 'COAST - Thick air')).toBe('saved');
    await findByRole(panel, 'article', 'COAST Thick air');
    expect([await question(), await current()]).toEqual(['fog', '“The radio went silent.”']);
    expect(await textOf(await findByRole(panel, 'timer'))).toContain('left');
    await findByRole(panel, 'button', 'Pause Enter');
  });
});

describe('a guide that is edited while no panel is open', () => {
  it('has its pick, countdown and taught questions follow the story to its next name', async () => {
    await inPage.make('Acme', ACME);
    await openPanel();
    await panel.keyboard.type('radio');
    await alt('Digit2');
    await findByRole(panel, 'article', 'CREW The rota');
    await alt('KeyL');
    await panel.keyboard.press('Enter');
    await findByRole(panel, 'button', 'Pause Enter');
    await hookline.closePanel();
    expect(await inPage.replace('CREW - The rota', 'PEOPLE - Nobody sleeps')).toBe('saved');
    await openPanel();
    await findByRole(panel, 'article', 'PEOPLE Nobody sleeps');
    await findByRole(panel, 'button', 'Pause Enter');
    await alt('KeyK');
    const taught = await findByRole(panel, 'combobox', 'Story for question 1');
    expect(
      await taught.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent),
    ).toBe('PEOPLE Nobody sleeps');
  });
});

describe('a long guide that is edited again and again', () => {
  it('is followed to its last word', async () => {
    const filler = Array.from({ length: 200 }, (_, at) => `The ${at}th time we asked for ${at * 7}.`).join(
      ' ',
    );
    await inPage.make('Long', ACME.replace('We came in blind', `${filler} We came in blind`));
    await openPanel();
    await panel.keyboard.type('fog');
    await findByRole(panel, 'article', 'SEA Fog at night');
    let title = 'Fog at night';
    for (let count = 1; count <= 20; count++) {
      const next = `Fog number ${count}`;
      expect(await inPage.replace(title, next)).toBe('saved');
      title = next;
    }
    await findByRole(panel, 'article', 'SEA Fog number 20');
    expect(await question()).toBe('fog');
  });
});

describe('several guides', () => {
  it('are switched between by a key and by the list, and the choice outlives the browser', async () => {
    await inPage.make('Acme', ACME);
    await inPage.make('Globex', ACME.replaceAll('Fog at night', 'The audit'));
    await openPanel();
    await findByRole(panel, 'option', 'SEA - The audit');
    await alt('KeyG');
    await findByRole(panel, 'option', 'SEA - Fog at night');
    await panel.select('.guide-switch select', '');
    await eventually(async () =>
      expect(await textOf(await findByRole(panel, 'main'))).toContain('This is the sample guide.'),
    );
    await alt('KeyG');
    await findByRole(panel, 'option', 'SEA - Fog at night');
    await hookline.restart();
    await openPanel();
    await findByRole(panel, 'option', 'SEA - Fog at night');
  });

  it('fit the panel, in light and dark, and axe finds nothing', async () => {
    await inPage.make('A guide with quite a long name, for the second interview of three', ACME);
    await inPage.make('Globex', ACME);
    await openPanel();
    await findByRole(panel, 'combobox', 'Guide');
    for (const colours of ['light', 'dark'] as const) {
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }]);
      expect([await runAxe(panel), await scrollsSideways(panel)]).toEqual([[], false]);
    }
  });
});

describe('at first run', () => {
  it('one’s own guide is offered beside the sample, and leads to the library', async () => {
    await openPanel();
    const offer = await findByRole(panel, 'button', 'Bring in your own guide Alt+O');
    expect(await queryByRole(panel, 'combobox', 'Guide')).toBeNull();
    await offer.click();
    const target = await hookline.browser.waitForTarget((each) => each.url().endsWith('/library.html'));
    await (await target.page())?.close();
  });
});

describe('a guide that means harm', () => {
  it('is only text in the panel: nothing runs, nothing is asked for outside', async () => {
    const evil = '<img src=x onerror="ran=1"><script>ran=1</script> [a](javascript:ran=1) <svg onload=ran=1>';
    const text = `## Story 1: SEA - Fog ${evil}\n**Values:** ${evil}\n\n### Opening Hooks\n- "${evil} &lt;b&gt; \u202eevil\u202c"\n\n### Key Points\n- Radio: ${evil} ![i](https://example.com/i.png)\n`;
    await inPage.make('Acme', text);
    await openPanel();
    await panel.keyboard.type('radio');
    await alt('Digit1');
    expect(await textOf(await findByRole(panel, 'list', 'Key points'))).toContain('onerror');
    await alt('KeyS');
    expect(await panel.evaluate('window.ran')).toBeUndefined();
    expect(await panel.$$('main :is(img, script, svg, a)')).toHaveLength(0);
    expect(hookline.observed.requestsOutside(hookline.extensionId)).toEqual([]);
  });
});

describe('a guide of 1 MB', () => {
  it('is saved in a fraction of a second, history and all', async () => {
    const times = await hookline.callPage.evaluate(() => saving.timeSaves(1_000_000, 12));
    const sorted = times.toSorted((a, b) => a - b);
    console.info(`saving 1 MB: median ${sorted[6]?.toFixed(0)} ms, worst ${sorted.at(-1)?.toFixed(0)} ms`);
    expect(sorted[6]).toBeLessThan(3000);
  });
});
