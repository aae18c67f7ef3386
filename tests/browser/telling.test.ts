import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findByRole, textOf } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually, scrollsSideways, setView } from './support/page.ts';

const USERS_GUIDE = '../shared/user-guide/four-power-stories.md';

let hookline: Hookline;
let panel: Page;

beforeAll(async () => {
  hookline = await launchHookline();
});
afterAll(async () => {
  await hookline?.close();
});

async function begin(storage: Record<string, unknown> = {}): Promise<void> {
  panel = await hookline.openPanel();
  await setView(panel, { width: 360, height: 640 });
  // What the last test left to be stored must be there to be cleared.
  await panel.reload();
  await hookline.callPage.evaluate(async (items) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(items);
  }, storage);
  await panel.reload();
  await findByRole(panel, 'combobox', 'Question');
  await panel.evaluate(() => {
    const page = globalThis as typeof globalThis & { shifted: number };
    page.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        page.shifted += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: false });
  });
}
beforeEach(() => begin());

const type = (text: string) => panel.keyboard.type(text);
const press = (key: Parameters<Page['keyboard']['press']>[0]) => panel.keyboard.press(key);
const chord = async (modifier: 'Alt' | 'Shift', key: Parameters<Page['keyboard']['press']>[0]) => {
  await panel.keyboard.down(modifier);
  await press(key);
  await panel.keyboard.up(modifier);
};
const said = () =>
  panel.$$eval('.points button', (all) =>
    all.flatMap((one, at) => (one.ariaPressed === 'true' ? [at + 1] : [])),
  );
const shifted = () => panel.evaluate(() => (globalThis as typeof globalThis & { shifted: number }).shifted);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const large = () => panel.$eval('.say', (line) => line.textContent);

describe('every story', () => {
  const guides: [string, string | undefined][] = [
    ['of the default guide', undefined],
    ['of the user’s guide', existsSync(USERS_GUIDE) ? readFileSync(USERS_GUIDE, 'utf8') : ''],
  ];
  it.each(guides)('%s fits 360 x 640, told and ticked, with nothing cut', async (_, text) => {
    if (text === '') return console.log(`skipped: ${USERS_GUIDE} is not there`);
    if (text !== undefined) await begin({ guide: { version: 1, text } });
    const figures: string[] = [];
    for (let story = 1; story <= 4; story++) {
      await press('Escape');
      await chord('Alt', `Digit${story}` as 'Digit1');
      await findByRole(panel, 'article');
      await press('Enter');
      await press('1');
      await eventually(async () => expect(await said()).toEqual([1]));
      const [scroll = 1, room = 0, cut, smallest] = await panel.$eval('main', (main) => {
        const inside = main.getBoundingClientRect();
        const pieces = [...main.querySelectorAll('.current, .points li, .facts li, .connection, h1')];
        const isCut = (piece: Element) => {
          const { bottom, right } = piece.getBoundingClientRect();
          return (
            bottom > inside.bottom + 1 ||
            right > inside.right + 1 ||
            piece.scrollWidth > piece.clientWidth + 1
          );
        };
        const sizes = pieces.map((piece) => Number.parseFloat(getComputedStyle(piece).fontSize));
        return [main.scrollHeight, main.clientHeight, pieces.filter(isCut).length, Math.min(...sizes)];
      });
      figures.push(`${scroll}/${room}`);
      expect(scroll).toBeLessThanOrEqual(room);
      expect([cut, (smallest ?? 0) >= 12]).toEqual([0, true]);
      expect(await scrollsSideways(panel)).toBe(false);
      expect(await panel.$('.page-on')).toBeNull();
    }
    console.log(`scroll height / panel height: ${figures.join(', ')}`);
  });

  it('of a long kind is paged by a key, never under 12 px', async () => {
    const points = Array.from(
      { length: 14 },
      (_, at) => `- Point ${at + 1}: ${'a good many words to say '.repeat(4)}`,
    );
    await begin({
      guide: { version: 1, text: `## Story 1: LONG - Points\n\n### Key Points\n\n${points.join('\n')}\n` },
    });
    await chord('Alt', 'Digit1');
    await findByRole(panel, 'button', 'More PgDn');
    const top = () => panel.$eval('main', (main) => main.scrollTop);
    const whole = () =>
      panel.$eval('main', (main) => {
        const page = main.getBoundingClientRect();
        return [...main.querySelectorAll('.points li')].flatMap((point, at) => {
          const box = point.getBoundingClientRect();
          return box.top >= page.top - 1 && box.bottom <= page.bottom + 1 ? [at + 1] : [];
        });
      });
    const room = () => panel.$eval('main', (main) => main.clientHeight);
    const seen = new Set(await whole());
    const first = await room();
    expect([await top(), seen.size < 14]).toEqual([0, true]);
    for (let page = 2; seen.size < 14 && page < 6; page++) {
      const before = await top();
      await press('PageDown');
      await eventually(async () => expect(await top()).toBeGreaterThan(before));
      for (const point of await whole()) seen.add(point);
    }
    expect(seen.size).toBe(14);
    // At the end the way on becomes the way back: nothing moves under the pointer.
    await findByRole(panel, 'button', 'Back PgUp');
    expect(await room()).toBe(first);
    for (let page = 2; page < 6; page++) await press('PageUp');
    await eventually(async () => expect(await top()).toBe(0));
  });
});

describe('saying points off', () => {
  it('is one digit each, survives closing the panel, and moves nothing', async () => {
    await type('conflict');
    await findByRole(panel, 'article');
    await press('Enter');
    const places = () =>
      panel.evaluate(() =>
        ['.points', '.countdown', 'main'].map((part) =>
          document.querySelector(part)?.getBoundingClientRect().toJSON(),
        ),
      );
    await pause(600);
    const before = await places();
    await type('132');
    await eventually(async () => expect(await said()).toEqual([1, 2, 3]));
    await press('3');
    await eventually(async () => expect(await said()).toEqual([1, 2]));
    expect(await textOf(await findByRole(panel, 'timer'))).toContain('ahead');
    expect(await places()).toEqual(before);
    await press('Enter');
    await findByRole(panel, 'button', 'Resume Enter');
    expect(await places()).toEqual(before);
    // Another story is looked at while this one is told: the foot says whose time it is, and stays as high.
    const foot = async () => (await places())[1];
    await press('ArrowDown');
    await findByRole(panel, 'button', 'Start this Enter');
    expect(await foot()).toEqual(before[1]);
    await press('ArrowUp');
    await findByRole(panel, 'button', 'Resume Enter');
    panel = await hookline.reopenPanel();
    await findByRole(panel, 'article');
    expect(await said()).toEqual([1, 2]);
    expect(await panel.$eval('[role="combobox"]', (input) => (input as HTMLInputElement).value)).toBe(
      'conflict',
    );
  });
});

describe('while the countdown runs and another window edits the guide', () => {
  it('nothing moves: layout shift is 0, ticks and story stay', async () => {
    await begin({ guide: { version: 1, text: readFileSync('stories-data/default-guide.md', 'utf8') } });
    await type('team');
    await findByRole(panel, 'article');
    await press('Enter');
    await press('1');
    await eventually(async () => expect(await said()).toEqual([1]));
    await pause(700);
    await panel.evaluate(() => {
      (globalThis as typeof globalThis & { shifted: number }).shifted = 0;
    });
    const library = await hookline.browser.newPage();
    await library.goto(hookline.url('library.html'));
    await library.bringToFront();
    await (await findByRole(library, 'textbox', 'Text of the guide', 15_000)).focus();
    await library.keyboard.type('Another line at the top.\n', { delay: 8 });
    await eventually(async () => {
      const stored = JSON.stringify(await hookline.getStorage());
      expect(stored).toContain('Another line at the top.');
    });
    await pause(1500);
    await library.close();
    expect([await said(), await shifted()]).toEqual([[1], 0]);
    expect(await textOf(await findByRole(panel, 'heading'))).toContain('TEAM');
    // And a shift would have been seen.
    await panel.$eval('.card', (card) => card.prepend(document.createElement('hr')));
    await eventually(async () => expect(await shifted()).toBeGreaterThan(0));
  });
});

describe('rescue', () => {
  it('is one key each from any state, goes on with each press, and Esc returns to the place', async () => {
    await type('steve');
    await findByRole(panel, 'article');
    await press('Enter');
    await chord('Alt', 'KeyS');
    await findByRole(panel, 'region', 'Script');
    for (const [key, name] of [
      ['F2', 'If you go blank'],
      ['F3', 'No story for this'],
      ['F4', 'Time to think'],
    ] as const) {
      await press(key);
      await findByRole(panel, 'region', name);
      const first = await large();
      await press(key);
      await eventually(async () => expect(await large()).not.toBe(first));
      const sizes = await panel.$$eval('main *', (all) =>
        all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
      const size = await panel.$eval('.say', (line) => Number.parseFloat(getComputedStyle(line).fontSize));
      expect(size).toBe(Math.max(...sizes));
    }
    await press('Escape');
    await findByRole(panel, 'region', 'Script');
    expect(await panel.$eval('[role="combobox"]', (input) => (input as HTMLInputElement).value)).toBe(
      'steve',
    );
    expect(await textOf(await findByRole(panel, 'timer'))).toMatch(/left of 1:00/);
  });

  it('jumps to the story’s result and connection', async () => {
    await type('steve');
    await findByRole(panel, 'article');
    await press('F2');
    const lines = await panel.$$eval('.rescue li', (all) => all.map((one) => one.textContent ?? ''));
    expect(lines.at(-2)).toMatch(/^The key point.*Principal Engineer/);
    expect(lines.at(-1)).toMatch(/^Land on/);
  });
});

describe('text size and zoom', () => {
  it.each([0.9, 1.15, 1.5])('at %d the panel holds together', async (textSize) => {
    await begin({ settings: { version: 1, textSize } });
    await type('conflict');
    await findByRole(panel, 'article');
    await press('Enter');
    expect(await scrollsSideways(panel)).toBe(false);
    const body = await panel.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    expect(body[0]).toBe(body[1]);
    const size = await panel.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeCloseTo(14 * textSize);
  });

  it('at 200 % in the narrowest panel shows hook, time and rescue without scrolling sideways', async () => {
    await setView(panel, { width: 180, height: 320 });
    await type('conflict');
    await findByRole(panel, 'article');
    await press('Enter');
    expect(await scrollsSideways(panel)).toBe(false);
    const room = await panel.$eval('main', (main) => main.clientHeight);
    expect(room).toBeGreaterThan(140);
  });
});

describe('a wide panel', () => {
  it('has the script beside the points', async () => {
    await setView(panel, { width: 760, height: 640 });
    await type('conflict');
    await findByRole(panel, 'article');
    const script = await (await findByRole(panel, 'region', 'Script')).boundingBox();
    const points = await (await findByRole(panel, 'list', 'Key points')).boundingBox();
    expect(script?.x).toBeGreaterThan((points?.x ?? 0) + (points?.width ?? 0) - 1);
  });
});

describe('what was asked', () => {
  it('is kept with its story, gaps and seconds, also over a restart of the panel', async () => {
    await type('salary?');
    await eventually(async () =>
      expect(await textOf(await findByRole(panel, 'heading'))).toContain('None of'),
    );
    await press('Escape');
    await type('conflict');
    await findByRole(panel, 'article');
    await press('Enter');
    await pause(1200);
    await press('Enter');
    panel = await hookline.reopenPanel();
    await findByRole(panel, 'article');
    await chord('Alt', 'KeyA');
    const list = await textOf(await findByRole(panel, 'region', 'What was asked'));
    expect(list).toMatch(
      /conflict.*CONFLICT - DFS Algorithm Debate, told 0:0[12].*salary\?.*No story: a gap to write for/s,
    );
  });
});

it('says nothing on the console and asks for nothing outside itself', () => {
  expect(hookline.observed.complaints()).toEqual([]);
  expect(hookline.observed.requestsOutside(hookline.extensionId)).toEqual([]);
});
