/** The card on call pages: on pages as the known sites make them, through whole calls, on and off. */
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findByRole, queryByRole, textOf } from '../../scripts/by-role.ts';
import { grantedExtension, LOOPBACK_FLAGS, SITES_ON } from '../../scripts/granted.ts';
import { CALL_TRAITS, type CallSites, serveCallSites, type Trait } from './support/call-sites.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { evaluateBeside, findCard, hasCard, isInFront, pressOn, says, shown } from './support/overlay.ts';
import { eventually, runAxe, setView } from './support/page.ts';

const HOOK = 'The best argument I ever lost was over a code review.';
const OPEN = {
  version: 2,
  query: 'conflict',
  pick: null,
  open: 'conflict-dfs-algorithm-debate',
  hook: 0,
  said: null,
  rescue: null,
  countdown: null,
  asked: null,
  writer: 'the test',
};

const extension = grantedExtension();
let hookline: Hookline;
let sites: CallSites;
let call: Page;

beforeAll(async () => {
  sites = await serveCallSites();
  hookline = await launchHookline({
    extensionDir: extension.dir,
    flags: LOOPBACK_FLAGS,
    storage: { sites: SITES_ON },
  });
  // The card's script comes before the page's own once the browser has it in its list.
  await eventually(async () => {
    const scripts = await hookline.callPage.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(scripts).toHaveLength(1);
  });
  call = await hookline.browser.newPage();
  await setView(call, { width: 1280, height: 800 });
});
afterAll(async () => {
  await hookline?.close();
  sites?.close();
  extension.remove();
});
beforeEach(async () => {
  await hookline.setStorage({ session: OPEN, looks: { version: 1, looks: {} } });
});

async function visit(trait: Trait): Promise<void> {
  await call.bringToFront();
  await call.goto(sites.url(trait));
  await says(call, { label: 'CONFLICT', line: HOOK });
}
/** Opens the panel with the call page in front, as in a call: a page that nobody looks at follows nothing. */
async function openPanel(): Promise<Page> {
  const panel = await hookline.openPanel();
  await call.bringToFront();
  // Before that it hears no key.
  await findByRole(panel, 'combobox', 'Question');
  return panel;
}
const seen = () => call.evaluate(() => globalThis.seen);
const boxOf = async (page: Page, card?: Awaited<ReturnType<typeof findCard>>) => {
  const box = await (card ?? (await findCard(page))).boundingBox();
  if (box === null) throw new Error('The card is not to be seen.');
  return box;
};
const session = async () => (await hookline.getStorage(['session'])).session as typeof OPEN;

/** The colour that is painted in the middle of a small part of the page. */
async function colourOf(page: Page, clip: ScreenshotClip): Promise<string> {
  const picture = await page.screenshot({ clip, encoding: 'base64' });
  return hookline.callPage.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    const [red = 0, green = 0, blue = 0] =
      canvas?.getImageData(image.width >> 1, image.height >> 1, 1, 1).data ?? [];
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }, picture);
}

describe('on pages of any making', () => {
  for (const trait of CALL_TRAITS)
    it(`${trait}: shows the cue in front of all, does what its buttons say and takes nothing from the page`, async () => {
      await visit(trait);
      expect(await isInFront(call)).toBe(true);
      const { x, y, width, height } = await boxOf(call);
      expect([Math.round(x + width / 2), y, height < 140]).toEqual([640, 8, true]);
      await call.evaluate(() => document.querySelector('input')?.focus());
      await pressOn(call, 'Said: next point');
      await says(call, { label: 'Work', said: '0 of 7' });
      await pressOn(call, 'Said: next point');
      await says(call, { said: '1 of 7' });
      await call.keyboard.press('x');
      const { keys, presses } = await seen();
      expect(presses).toEqual([]);
      expect(await call.evaluate(() => document.activeElement?.localName)).toBe('input');
      // Keys go to the page alone; whether it swallows them is its own affair.
      if (trait !== 'webex')
        expect([keys, await call.$eval('input', (field) => field.value)]).toEqual([['x'], 'x']);
      // And a press beside the card is the page's.
      await call.mouse.click(640, 500);
      expect((await seen()).presses.length).toBeGreaterThan(0);
    });

  it('stays in front of an element that goes full-screen, and when it comes back', async () => {
    await visit('zoom');
    // What is full-screen is all that the accessibility tree has: the card is found before.
    const card = await findCard(call);
    await call.mouse.click(300, 500, { count: 2 });
    await call.waitForFunction(() => document.fullscreenElement !== null);
    const { x, y } = await boxOf(call, card);
    // The browser gives all presses to what is full-screen; those on the card are the card's nevertheless.
    const next = await card.$('[data-act="next-point"]');
    await next?.click();
    await eventually(async () => expect(await textOf(card)).toContain('Work'));
    expect((await seen()).presses.filter((press) => press.startsWith('click'))).toHaveLength(2);
    // In front: its own ground is what is painted there.
    const clip = { x: x + 2, y: y + 40, width: 4, height: 1 };
    expect(await colourOf(call, clip)).toBe('#fbfaf8');
    await call.evaluate(() => document.exitFullscreen());
    await call.waitForFunction(() => document.fullscreenElement === null);
    await eventually(async () => expect(await isInFront(call)).toBe(true));
  });

  it('comes back when the page makes its body anew and throws out what it does not know', async () => {
    await visit('teams');
    for (let times = 0; times < 3; times++) {
      await call.evaluate('renderAgain()');
      await eventually(async () => expect(await isInFront(call)).toBe(true));
    }
    await says(call, { line: HOOK });
  });

  it('stays in front of the page’s own dialogs and popovers', async () => {
    await visit('jitsi');
    await call.evaluate('openDialog()');
    await call.evaluate('openPopover()');
    await eventually(async () => expect(await isInFront(call)).toBe(true));
    // One that shuts the page off gets all presses from the browser, and the accessibility tree for itself.
    const card = await findCard(call);
    await call.evaluate('openModal()');
    await (await card.$('[data-act="next-point"]'))?.click();
    await eventually(async () => expect(await textOf(card)).toContain('Work'));
    expect(await call.evaluate(() => document.querySelector('dialog:modal') !== null)).toBe(true);
  });

  it('collapsed, covers nothing that can be pressed', async () => {
    await visit('webex');
    await pressOn(call, 'Only the time');
    const button = await findByRole(call, 'button', 'Participants');
    const [card, other] = [await boxOf(call), await button.boundingBox()];
    if (other === null) throw new Error('no button');
    const apart = card.x >= other.x + other.width || other.x >= card.x + card.width;
    expect(apart || card.y >= other.y + other.height).toBe(true);
    expect(card.width * card.height).toBeLessThan(100 * 40);
  });

  it('can’t be read or driven by the page, which learns that something is there and no more', async () => {
    await visit('whereby');
    await call.evaluate('spy()');
    await pressOn(call, 'Said: next point');
    await says(call, { label: 'Work' });
    await call.evaluate('spy()');
    expect((await seen()).read).toEqual([]);
    expect((await session()).said).toMatchObject({ points: [] });
    expect(await call.evaluate(() => Object.keys(globalThis).filter((key) => /hookline/i.test(key)))).toEqual(
      [],
    );
  });

  it('is given the cue only: its script can’t read what is stored', async () => {
    await visit('meet');
    const reading = "chrome.storage.local.get(null).then(() => 'read', () => 'refused')";
    expect(await evaluateBeside(call, hookline.extensionId, reading)).toBe('refused');
  });
});

describe('its look', () => {
  it('is changed on the card, kept for the site, and the same after a reload', async () => {
    await visit('meet');
    const first = await boxOf(call);
    await pressOn(call, 'Larger');
    await pressOn(call, 'More transparent');
    await eventually(async () => expect((await boxOf(call)).width).toBe(480));
    const from = await boxOf(call);
    await call.mouse.move(from.x + 60, from.y + 40);
    await call.mouse.down();
    await call.mouse.move(from.x - 200, from.y + 240, { steps: 4 });
    await call.mouse.up();
    const moved = await boxOf(call);
    expect([moved.x - from.x, moved.y - from.y]).toEqual([-260, 200]);
    await eventually(async () =>
      expect((await hookline.getStorage(['looks'])).looks).toMatchObject({
        looks: { '127.0.0.1': { size: 2, opacity: 0.85, isCollapsed: false } },
      }),
    );
    await visit('zoom');
    await eventually(async () => expect(await boxOf(call)).toEqual(moved));
    expect((await boxOf(call)).width).not.toBe(first.width);
    expect((await seen()).presses).toEqual([]);
  });

  it('collapses to the countdown and back; closed, it comes back when asked for', async () => {
    await visit('meet');
    await pressOn(call, 'Start, pause or go on');
    await says(call, { words: 'left of 1:00' });
    await pressOn(call, 'Only the time');
    await eventually(async () => expect((await boxOf(call)).width).toBeLessThan(110));
    expect((await shown(call)).figure).toMatch(/^(1:00|0:5\d)$/);
    await pressOn(call, 'Show the cue');
    await eventually(async () => expect((await boxOf(call)).width).toBe(380));
    await pressOn(call, 'Close this card');
    await eventually(async () => expect(await hasCard(call)).toBe(false));
    // A new worker tells it everything again; that does not bring it back.
    await hookline.stopServiceWorker();
    await eventually(() => expect(hookline.serviceWorkerRuns).toBe(true));
    expect(await hasCard(call)).toBe(false);
    await hookline.setStorage({ sites: { ...SITES_ON, shownAt: Date.now() } });
    await says(call, { line: HOOK });
  });
});

describe('a whole call, with the worker stopped before every step', () => {
  it('shows the same on panel and card, whoever acts', async () => {
    await hookline.setStorage({ session: { ...OPEN, query: '', open: null } });
    await call.bringToFront();
    await call.goto(sites.url('meet'));
    await says(call, { line: 'No story is open. Type in the side panel.' });
    const panel = await openPanel();
    const timer = async () => textOf(await findByRole(panel, 'timer'));
    const step = async (act: () => Promise<unknown>) => {
      await hookline.stopServiceWorker();
      await act();
    };
    const ticked = () => panel.$$eval('[aria-pressed="true"], [aria-checked="true"]', (all) => all.length);

    await step(() => panel.keyboard.type('conflict'));
    await says(call, { label: 'CONFLICT', line: HOOK, figure: '' });
    await step(() => panel.keyboard.press('Enter'));
    await says(call, { words: 'left of 1:00' });
    await step(() => pressOn(call, 'Next opening hook'));
    await eventually(async () => expect((await shown(call)).line).not.toBe(HOOK));
    const { line } = await shown(call);
    await eventually(async () =>
      expect(await panel.$eval('article', (card) => card.textContent)).toContain(line),
    );
    await step(() => pressOn(call, 'Said: next point'));
    await step(() => pressOn(call, 'Said: next point'));
    await says(call, { said: '1 of 7' });
    await eventually(async () => expect(await ticked()).toBe(1));
    await step(() => panel.keyboard.press('2'));
    await says(call, { said: '2 of 7' });
    await step(() => pressOn(call, 'My mind is blank'));
    await findByRole(panel, 'region', 'If you go blank');
    const { line: help } = await shown(call);
    await step(() => panel.keyboard.press('Escape'));
    await eventually(async () => expect((await shown(call)).line).not.toBe(help));
    await says(call, { said: '2 of 7' });
    await step(() => pressOn(call, 'Start, pause or go on'));
    await says(call, { words: 'left, paused' });
    await eventually(async () => expect(await timer()).toContain('paused'));
    expect((await timer()).startsWith((await shown(call)).figure)).toBe(true);
    await step(() => panel.keyboard.down('Alt').then(() => panel.keyboard.press('Enter')));
    await panel.keyboard.up('Alt');
    await says(call, { figure: '', words: '' });
    // Without a panel the cards go on; one that opens later finds everything.
    await hookline.closePanel();
    await step(() => pressOn(call, 'Said: next point'));
    await says(call, { said: '3 of 7' });
    const later = await openPanel();
    await eventually(async () =>
      expect(await later.$$eval('[aria-pressed="true"], [aria-checked="true"]', (all) => all.length)).toBe(3),
    );
    await hookline.closePanel();
  });
});

describe('the sheet “Beside the camera”', () => {
  it('says how things are; off takes the card away at once, on brings it to tabs that are open', async () => {
    await visit('meet');
    const panel = await openPanel();
    await setView(panel, { width: 360, height: 640 });
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('KeyC');
    await panel.keyboard.up('Alt');
    await findByRole(panel, 'region', 'Beside the camera');
    const box = () => findByRole(panel, 'checkbox', '127.0.0.1 (http)');
    const isOn = async () => (await box()).evaluate((input) => (input as HTMLInputElement).checked);
    await eventually(async () => expect(await isOn()).toBe(true));
    expect(await textOf(await findByRole(panel, 'region', 'Beside the camera'))).toContain(
      'Visible to anyone you share this screen or tab with',
    );
    expect(await runAxe(panel)).toEqual([]);

    await (await box()).click();
    await eventually(async () => expect(await hasCard(call)).toBe(false));
    await eventually(async () => expect(await isOn()).toBe(false));
    await call.reload();
    expect(await hasCard(call)).toBe(false);

    await (await box()).click();
    await says(call, { line: HOOK });
    await eventually(async () => expect(await isOn()).toBe(true));
    await call.reload();
    await says(call, { line: HOOK });

    await (await findByRole(panel, 'textbox', 'Another site, by its address')).type('chrome://settings');
    await panel.keyboard.press('Enter');
    await eventually(async () =>
      expect(await panel.$eval('.told', (told) => told.textContent)).toContain('begins with https://'),
    );
    expect(await queryByRole(panel, 'checkbox', 'Google Meet')).not.toBeNull();
    await hookline.closePanel();
  });
});

describe('the floating card', () => {
  it('shows the same cue, takes its keys, and closes with its tab', async () => {
    const tab = await hookline.browser.newPage();
    await tab.goto(hookline.url('card.html'));
    expect(await runAxe(tab)).toEqual([]);
    const waiting = hookline.browser.waitForTarget((target) => target.opener() === tab.target());
    await (await findByRole(tab, 'button', 'Open the floating card')).click();
    const card = await (await waiting).asPage();
    // The debugger gets no script into such a window; what is read out of it is enough.
    const reads = (words: string) =>
      eventually(async () => expect(JSON.stringify(await card.accessibility.snapshot())).toContain(words));
    await reads(HOOK);
    await reads('Visible to anyone you share this screen or tab with');
    await card.keyboard.press('n');
    await reads('"Work"');
    await card.keyboard.press('1');
    await reads('1 of 7');
    await card.keyboard.press('b');
    await eventually(async () => expect((await session()).rescue).toEqual({ kind: 'blank', step: 0 }));
    await card.keyboard.press('Escape');
    await eventually(async () => expect((await session()).rescue).toBeNull());
    await card.keyboard.press('p');
    await reads('left of 1:00');

    const second = await hookline.browser.newPage();
    await second.goto(hookline.url('card.html'));
    await (await findByRole(second, 'button', 'Open the floating card')).click();
    await eventually(async () =>
      expect(await textOf(await findByRole(second, 'status'))).toBe(
        'The card is open already, from another tab of Hookline.',
      ),
    );
    await second.close();
    await tab.close();
    await eventually(() => expect(hookline.browser.targets()).not.toContain(card.target()));
  });
});

it('says nothing on any console, and asks for nothing outside', () => {
  const complaints = hookline.observed.complaints();
  expect(complaints).toEqual([]);
  const outside = hookline.observed.requestsOutside(hookline.extensionId);
  expect(outside.filter(({ url }) => !url.startsWith(sites.url('meet').slice(0, -4)))).toEqual([]);
});
