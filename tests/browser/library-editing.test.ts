/** Mending a guide on the library page, alone, beside the panel, in two windows, and with its file on disk. */
import type { ElementHandle } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findByRole, listItems, textOf, textsByRole } from '../../scripts/by-role.ts';
import { ALPHA, BETA, useLibrary } from './support/library.ts';
import { eventually, runAxe, setView } from './support/page.ts';

const lib = useLibrary();
const { control, editor, exported, keep, press, status } = lib;

test('typing is saved, shows the story under the cursor, and can be undone across a switch', async () => {
  await keep(ALPHA);
  const place = await editor();
  await place.focus();
  await control('End');
  await lib.page.keyboard.type('- Lesson: bring a hat');
  await status('Saved');
  await findByRole(lib.page, 'article', 'As understood: HARVEST Apples in the Rain');
  await eventually(async () =>
    expect(await textOf(await findByRole(lib.page, 'article'))).toContain('Lesson bring a hat'),
  );
  expect(await runAxe(lib.page)).toEqual([]);

  await press('Sample guide');
  await findByRole(lib.page, 'heading', 'Sample guide');
  await press('Alpha in the panel');
  // Until then the sample's editor, of the same name, is there.
  await findByRole(lib.page, 'heading', 'Alpha');
  await (await editor()).focus();
  await lib.page.keyboard.down('Control');
  for (let undos = 0; undos < 5; undos++) await lib.page.keyboard.press('z');
  await lib.page.keyboard.up('Control');
  await status('Saved');
  expect((await exported()).toString()).toBe(ALPHA);
});

test('what was typed can be undone after a reload, and in a tab of its own', async () => {
  await keep(ALPHA);
  await (await editor()).focus();
  await control('End');
  await lib.page.keyboard.type('- Lesson: bring a hat');
  await status('Saved');
  await lib.page.reload();
  await (await editor()).focus();
  await control('z');
  await status('Saved');
  const shorter = (await exported()).toString();
  expect(shorter.length).toBeLessThan(`${ALPHA}- Lesson: bring a hat`.length);
  await lib.page.goto(lib.hookline.url('call.html'));
  await lib.page.goto(lib.hookline.url('library.html'));
  await (await editor()).focus();
  for (let undos = 0; undos < 4; undos++) await control('z');
  await status('Saved');
  expect((await exported()).toString()).toBe(ALPHA);
});

test('a line that found no place, or a problem, is one press away', async () => {
  await keep(`${ALPHA}\n${BETA}`);
  await press('What was understood');
  const stories = await findByRole(lib.page, 'list', 'Stories found');
  await (await stories.$$('button'))[1]?.click();
  await lib.page.keyboard.type('X');
  await status('Saved');
  expect((await exported()).toString()).toContain('X## Story 2');
});

test('templates are put in as stories that are found', async () => {
  await keep(ALPHA);
  const select = await findByRole(lib.page, 'combobox', 'Insert a story or a section');
  await (select as ElementHandle<HTMLSelectElement>).select('story');
  await status('Saved');
  await press('What was understood');
  await eventually(async () => expect(await listItems(lib.page, 'Stories found')).toHaveLength(2));
  expect((await exported()).toString()).toContain('## Story 2: THEME');
});

test('an open panel follows the editing, and what the user is in the middle of stays', async () => {
  await keep(`${ALPHA}\n${BETA}`);
  const panel = await lib.hookline.openPanel();
  await eventually(async () => expect(await textsByRole(panel, 'option')).toHaveLength(2));
  await (await findByRole(panel, 'combobox', 'Question')).type('ladder');
  await findByRole(panel, 'article');
  const card = async () => textOf(await findByRole(panel, 'article'));
  expect(await card()).toContain('one ladder too few');
  // Another story than the one that answers is picked, and told.
  await panel.keyboard.press('ArrowDown');
  await eventually(async () => expect(await card()).toContain('it rained'));
  await panel.keyboard.press('Enter');
  const time = async () => textOf(await findByRole(panel, 'timer'));
  await eventually(async () => expect(await time()).toMatch(/^0:4\d left of 0:45/));

  await lib.page.bringToFront();
  await (await editor()).focus();
  await lib.page.keyboard.type('Before it all. ');
  for (let line = 1; line < 10; line++) await lib.page.keyboard.press('ArrowDown');
  await lib.page.keyboard.press('End');
  await lib.page.keyboard.type(', twice');
  await status('Saved');
  await eventually(async () => expect(await card()).toContain('30% more apples, twice'));
  expect(await time()).toMatch(/left of 0:45/);
  const question = await findByRole(panel, 'combobox', 'Question');
  expect(await question.evaluate((input) => (input as HTMLInputElement).value)).toBe('ladder');
  await lib.hookline.closePanel();
});

test('a page that is left while it saves loses no letter', async () => {
  await keep(ALPHA);
  await (await editor()).focus();
  // Nobody may save for a while, as when the disk is slow; whoever holds the lock goes with the page.
  await lib.page.evaluate(
    () => void navigator.locks.request('hookline-library', () => new Promise(() => {})),
  );
  await lib.page.keyboard.type('The last words. ');
  await lib.page.reload();
  await status('Saved');
  expect((await exported()).toString()).toBe(`The last words. ${ALPHA}`);
});

/** Another window, where the text is `Theirs. ` before ALPHA, against `Mine. ` that was saved here. */
async function inConflict() {
  await keep(ALPHA);
  const other = await lib.hookline.browser.newPage();
  await setView(other, { width: 1280, height: 800 });
  await other.goto(lib.hookline.url('library.html'));
  await (await findByRole(other, 'textbox', 'Text of the guide')).focus();
  // Nobody may save for a while, as when the disk is slow, so that both type on the same text.
  await other.evaluate(() => {
    void navigator.locks.request(
      'hookline-library',
      () =>
        new Promise<void>((release) => {
          Object.assign(window, { release });
        }),
    );
  });
  await lib.page.bringToFront();
  await (await editor()).focus();
  await lib.page.keyboard.type('Mine. ');
  await status('Saving…');
  await other.bringToFront();
  await other.keyboard.type('Theirs. ');
  await other.evaluate('window.release()');
  await eventually(async () => expect(await textsByRole(other, 'status')).not.toContain('Saved'));
  return other;
}

test('two windows: the second is asked, and both texts are kept', async () => {
  const other = await inConflict();
  const both = await findByRole(other, 'button', 'Keep both, mine as a copy');
  expect(await runAxe(other)).toEqual([]);
  await both.click();
  await eventually(async () => expect(await textsByRole(other, 'status')).toContain('Saved'));
  await findByRole(other, 'button', 'Alpha (copy)');
  await lib.page.bringToFront();
  await status('Saved');
  expect((await exported()).toString()).toBe(`Mine. ${ALPHA}`);
  await press('Alpha (copy)');
  await findByRole(lib.page, 'heading', 'Alpha (copy)');
  expect((await exported()).toString()).toBe(`Theirs. ${ALPHA}`);
  await other.close();
});

test('a window that crashes while its user is to choose loses no letter', async () => {
  const other = await inConflict();
  await findByRole(other, 'heading', 'Another window changed this guide too');
  await other.keyboard.type('More. ');
  const stored = () =>
    lib.page.evaluate(async () =>
      JSON.stringify(await chrome.storage.local.get()).includes('Theirs. More. '),
    );
  await eventually(async () => expect(await stored()).toBe(true));
  const crashed = new Promise((done) => other.once('error', done));
  const session = await other.createCDPSession();
  // Never answered: who would answer is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await lib.page.bringToFront();
  await eventually(async () => {
    await lib.page.reload();
    await findByRole(lib.page, 'button', 'Alpha (copy)');
  });
  await press('Alpha (copy)');
  await findByRole(lib.page, 'heading', 'Alpha (copy)');
  expect((await exported()).toString()).toBe(`Theirs. More. ${ALPHA}`);
  await other.close();
});

test('a file on disk is followed: its change is shown, and taken when the user says so', async () => {
  await keep(ALPHA);
  // The chooser is the browser's own window; a file of the page's private folder stands in for the choice.
  await lib.page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle('orchard.md', { create: true });
    const write = async (content: string) => {
      const stream = await file.createWritable();
      await stream.write(content);
      await stream.close();
    };
    await write(text);
    Object.assign(window, { write, showOpenFilePicker: async () => [file] });
  }, ALPHA);
  await lib.page.evaluate(() => document.querySelector('details.follow')?.setAttribute('open', ''));
  await press('Choose the file to follow…');
  await eventually(async () =>
    expect(await lib.page.evaluate('document.body.innerText')).toContain('Follows “orchard.md”'),
  );
  await lib.page.evaluate(
    (text) => (window as unknown as { write(text: string): void }).write(text),
    `${ALPHA}- Lesson: a hat\n`,
  );
  await findByRole(lib.page, 'heading', '“orchard.md” has changed');
  expect(await textOf(await findByRole(lib.page, 'textbox', 'Changes of the file'))).toContain(
    'Lesson: a hat',
  );
  expect(await runAxe(lib.page)).toEqual([]);
  expect((await exported()).toString()).toBe(ALPHA);
  await press("Take the file's text");
  await status('Saved');
  expect((await exported()).toString()).toBe(`${ALPHA}- Lesson: a hat\n`);
  // The file is known after the page was closed.
  await lib.page.reload();
  await eventually(async () =>
    expect(await lib.page.evaluate('document.body.innerText')).toContain('Follows “orchard.md”'),
  );
  await press('Stop following');
});
