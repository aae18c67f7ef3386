import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findByRole, listItems, queryByRole, textOf, textsByRole } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually, scrollsSideways, setView } from './support/page.ts';

const RISK = 'RISK - On-Call Documentation';
const CONFLICT = 'CONFLICT - DFS Algorithm Debate';
const LEARNING = 'LEARNING - AWS/Spark/Scala Mastery';
const TEAM = 'TEAM - Scrum Lead Sacrifice';

let hookline: Hookline;
let panel: Page;

beforeAll(async () => {
  hookline = await launchHookline();
});
afterAll(async () => {
  await hookline?.close();
});
// Each test begins as a first opening: nothing typed, nothing timed.
beforeEach(async () => {
  panel = await hookline.openPanel();
  await setView(panel, { width: 360, height: 640 });
  // What the last test left to be stored must be there to be cleared.
  await panel.reload();
  await hookline.callPage.evaluate(() => chrome.storage.local.clear());
  await panel.reload();
  await findByRole(panel, 'combobox', 'Question');
});

const type = (text: string) => panel.keyboard.type(text);
const press = (key: Parameters<Page['keyboard']['press']>[0]) => panel.keyboard.press(key);
const chord = async (
  modifier: 'Alt' | 'Shift' | 'Control',
  key: Parameters<Page['keyboard']['press']>[0],
) => {
  await panel.keyboard.down(modifier);
  await panel.keyboard.press(key);
  await panel.keyboard.up(modifier);
};
const optionNames = () =>
  panel.$$eval('[role="option"]', (options) => options.map((option) => option.getAttribute('title')));
const query = () => panel.$eval('[role="combobox"]', (input) => (input as HTMLInputElement).value);
const heading = async () => textOf(await findByRole(panel, 'heading'));
const timer = async () => textOf(await findByRole(panel, 'timer'));
const hasFocus = () =>
  panel.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Question');

/** The story named `theme` is open, alone, and first in the list when `isFirst`. */
async function expectOpen(name: string, isFirst = true): Promise<void> {
  await eventually(async () => {
    const selected = await panel.$$eval('[aria-selected="true"]', (all) =>
      all.map((one) => one.getAttribute('title')),
    );
    expect(selected).toEqual([name]);
    if (isFirst) expect((await optionNames())[0]).toBe(name);
    expect(name.split(' - ').every((part) => name.includes(part))).toBe(true);
    expect(await heading()).toBe(name.replace(' - ', ' '));
  });
}

describe('opening the panel', () => {
  it('focuses the typing place, the first time and every later time', async () => {
    expect(await hasFocus()).toBe(true);
    for (let times = 0; times < 3; times++) {
      panel = await hookline.reopenPanel();
      await findByRole(panel, 'combobox', 'Question');
      await eventually(async () => expect(await hasFocus()).toBe(true));
    }
  });

  it('shows the quick-reference card', async () => {
    expect(await optionNames()).toEqual([RISK, CONFLICT, LEARNING, TEAM]);
    const [risk, conflict] = await textsByRole(panel, 'option');
    for (const part of ['RISK', 'On-Call Documentation', '0:45', 'Courage', '50%'])
      expect(risk).toContain(part);
    for (const part of ['CONFLICT', 'DFS Algorithm Debate', '1:00', 'Candor', 'Steve'])
      expect(conflict).toContain(part);
  });
});

describe('typing', () => {
  it.each([
    ['conflct', CONFLICT],
    ['disagreed with boss', CONFLICT],
    ['2am', RISK],
    ['Steve', CONFLICT],
    ['fast learner', LEARNING],
  ])('%s opens the right story and says why', async (words, name) => {
    await type(words);
    await expectOpen(name);
    const why = await panel.$eval('[aria-selected="true"]', (option) =>
      option.getAttribute('aria-description'),
    );
    expect(why).toMatch(/^because of \S/);
  });

  it('takes a whole pasted question', async () => {
    await panel.evaluate(() => {
      document.execCommand('insertText', false, 'Tell me about a time you had to learn something quickly.');
    });
    await expectOpen(LEARNING);
  });

  it('shows the reason of whichever story has come to the front', async () => {
    for (const words of ['Tell me about a time you disagreed with your manager.', 'team', 'learn']) {
      await type(words);
      await eventually(async () => {
        const why = await panel.$eval('[role="option"]', (option) => (option as HTMLElement).innerText);
        const said = await panel.$eval('[role="option"]', (option) =>
          option.getAttribute('aria-description'),
        );
        expect(why).toContain(said?.replace('because of ', ''));
      });
      await press('Escape');
    }
  });

  it('ranks every story with each letter', async () => {
    for (const letter of 'steve') {
      await type(letter);
      expect([...(await optionNames())].sort()).toEqual([CONFLICT, LEARNING, RISK, TEAM]);
    }
    await expectOpen(CONFLICT);
  });

  it('lets arrows and numbers pick, and keeps the typing place focused', async () => {
    await type('steve');
    await expectOpen(CONFLICT);
    const order = await optionNames();
    await press('ArrowDown');
    await expectOpen(order[1] ?? '', false);
    await press('ArrowUp');
    await expectOpen(order[0] ?? '', false);
    await chord('Alt', 'Digit3');
    await expectOpen(order[2] ?? '', false);
    expect([await query(), await hasFocus()]).toEqual(['steve', true]);
  });

  it('lets Esc clear, and Ctrl+Z bring it back', async () => {
    await type('steve');
    await press('Escape');
    await eventually(async () =>
      expect([await query(), await queryByRole(panel, 'article')]).toEqual(['', null]),
    );
    await chord('Control', 'KeyZ');
    await eventually(async () => expect(await query()).toBe('steve'));
  });

  it('keeps what was typed and picked when the panel is closed and opened', async () => {
    await type('steve');
    await press('ArrowDown');
    const picked = await heading();
    panel = await hookline.reopenPanel();
    await findByRole(panel, 'article');
    expect([await query(), await heading()]).toEqual(['steve', picked]);
    await type('!');
    expect(await query()).toBe('steve!');
  });
});

describe('the card', () => {
  beforeEach(async () => {
    await type('steve');
    await expectOpen(CONFLICT);
  });

  it('shows values, key points with bold labels, numbers and names, and the connection', async () => {
    expect(await listItems(panel, 'Values')).toEqual(['Candor', 'Dream Team', 'Disagree & Commit']);
    expect(await listItems(panel, 'Key points')).toHaveLength(7);
    const bold = await panel.$$eval('.points b', (labels) => labels.map((label) => label.textContent));
    expect(bold).toHaveLength(7);
    expect((await listItems(panel, 'Numbers and names')).join()).toContain('Steve');
    expect((await listItems(panel, 'Key points')).at(-1)).toMatch(/connection/i);
  });

  it('goes through all hooks with one key, and nothing below them moves', async () => {
    const top = () => panel.$eval('.points', (list) => list.getBoundingClientRect().top);
    const before = await top();
    const seen = new Set<string>();
    for (let times = 0; times < 3; times++) {
      seen.add((await listItems(panel, 'Opening hooks')).join());
      await press('ArrowRight');
      await eventually(async () => expect(await listItems(panel, 'Opening hooks')).toHaveLength(1));
      await new Promise((done) => setTimeout(done, 60));
      expect(await top()).toBe(before);
    }
    expect(seen.size).toBe(3);
  });

  it('has the whole script and the other hooks one key away', async () => {
    await chord('Alt', 'KeyS');
    await eventually(async () => expect(await listItems(panel, 'Opening hooks')).toHaveLength(3));
    expect((await textOf(await findByRole(panel, 'region', 'Script'))).length).toBeGreaterThan(300);
    await chord('Alt', 'KeyS');
    await findByRole(panel, 'list', 'Key points');
  });

  it.each([RISK, CONFLICT, LEARNING, TEAM])('fits 360 x 640 with no scrolling: %s', async (name) => {
    await press('Escape');
    await chord('Alt', `Digit${1 + [RISK, CONFLICT, LEARNING, TEAM].indexOf(name)}` as 'Digit1');
    await expectOpen(name, false);
    await press('Enter');
    const [scroll, client] = await panel.$eval('main', (main) => [main.scrollHeight, main.clientHeight]);
    expect(scroll).toBeLessThanOrEqual(client ?? 0);
    expect(await scrollsSideways(panel)).toBe(false);
  });
});

describe('teaching', () => {
  it('makes the same question, or one like it, open the taught story from then on', async () => {
    const question = 'When did you last rescue a stranded penguin?';
    await type(question);
    await chord('Alt', 'Digit1');
    await findByRole(panel, 'article');
    // The story that was picked: the ranking may still settle after it, when the panel has just opened.
    const taught = await panel.$eval(
      '[aria-selected="true"]',
      (option) => option.getAttribute('title') ?? '',
    );
    await chord('Alt', 'KeyL');
    await eventually(async () =>
      expect(await textOf(await findByRole(panel, 'article'))).toContain('You taught'),
    );
    panel = await hookline.reopenPanel();
    await findByRole(panel, 'combobox', 'Question');
    await press('Escape');
    await type('tell me about rescuing a stranded penguin');
    await expectOpen(taught);
    await press('Escape');
    await type('Steve');
    await expectOpen(CONFLICT);
  });
});

describe('a long guide', () => {
  const themes = [
    'CALM',
    'CREW',
    'CALM',
    'SEA',
    'FOG',
    'ICE',
    'TIDE',
    'SALT',
    'ROPE',
    'MAST',
    'HULL',
    'KEEL',
  ];
  beforeEach(async () => {
    const text = themes
      .map(
        (theme, at) =>
          `## Story ${at + 1}: ${theme} - Watch ${at + 1}\n\n### The Story\n\n${'We sailed on. '.repeat(400)}\n`,
      )
      .join('\n');
    await hookline.closePanel();
    await hookline.setStorage({ guide: { version: 1, text } });
    panel = await hookline.openPanel();
    await setView(panel, { width: 360, height: 640 });
    await findByRole(panel, 'option', 'KEEL - Watch 12');
  });

  it('never makes the panel itself longer than its window', async () => {
    for (const words of ['', 'watch', 'salary']) {
      if (words !== '') await type(words);
      const [page, window_] = await panel.evaluate(() => [
        document.documentElement.scrollHeight,
        innerHeight,
      ]);
      expect(page).toBe(window_);
    }
  });

  it('tells stories of the same theme apart by their titles', async () => {
    await type('calm');
    await findByRole(panel, 'article');
    const labels = await panel.$$eval('.ranking .theme', (all) =>
      all.slice(0, 2).map((one) => one.textContent),
    );
    expect(labels.sort()).toEqual(['Watch 1', 'Watch 3']);
  });

  it('scrolls a long script by arrow keys, and comes back to the place after a rescue', async () => {
    await type('keel');
    await findByRole(panel, 'article', 'KEEL Watch 12');
    await chord('Alt', 'KeyS');
    for (let times = 0; times < 3; times++) await press('ArrowDown');
    const place = () => panel.$eval('main', (main) => main.scrollTop);
    await eventually(async () => expect(await place()).toBeGreaterThan(100));
    const before = await place();
    await press('F2');
    await findByRole(panel, 'region', 'If you go blank');
    await press('Escape');
    await findByRole(panel, 'article', 'KEEL Watch 12');
    await eventually(async () => expect(await place()).toBe(before));
  });

  it('takes typing up again after a click into the text', async () => {
    await type('keel');
    await findByRole(panel, 'article', 'KEEL Watch 12');
    await panel.click('article h1');
    await type('ice');
    expect(await query()).toBe('keelice');
  });

  it('says that its phrases are lent', async () => {
    await press('F4');
    expect(await textOf(await findByRole(panel, 'region', 'Time to think'))).toContain('your guide has none');
  });
});

describe('a key held down', () => {
  it('starts the countdown once', async () => {
    await type('steve');
    await findByRole(panel, 'article');
    await panel.keyboard.down('Enter');
    await panel.keyboard.down('Enter');
    await panel.keyboard.up('Enter');
    await eventually(async () => expect(await timer()).toMatch(/left of 1:00/));
  });
});

describe('a question that no story answers', () => {
  it.each(['What is your greatest weakness?', 'why do you want to work here', 'asdfgh'])(
    '%s',
    async (words) => {
      await type(words);
      await eventually(async () => expect(await heading()).toBe('None of your stories answers this.'));
      const order = await panel.$$eval('h1, .phrases, h2, [role="listbox"]', (all) =>
        all.map((one) => one.textContent ?? ''),
      );
      expect(order[1]).toContain('One situation comes to mind');
      expect(order.at(-1)).toContain('RISK');
      expect(await queryByRole(panel, 'article')).toBeNull();
    },
  );
});

it('says nothing on the console and asks for nothing outside itself', () => {
  expect(hookline.observed.complaints()).toEqual([]);
  expect(hookline.observed.requestsOutside(hookline.extensionId)).toEqual([]);
  expect(hookline.observed.asked.length).toBeGreaterThan(3);
});
