/** The library page as a person uses it: bring in, look over, mend, keep safe. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findByRole, listItems, queryByRole, textOf, textsByRole } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually, runAxe, scrollsSideways, setView } from './support/page.ts';

const folder = mkdtempSync(join(tmpdir(), 'hookline-library-'));
const ALPHA = `# Alpha

## Story 1: HARVEST - Apples in the Rain

**Time:** 45 seconds

### Key Points

- Weather: it rained
- Result: 30% more apples
`;
const BETA = `## Story 2: CONFLICT - Two Ladders

### Key Points

- Problem: one ladder too few
`;

let hookline: Hookline;
let page: Page;
let complained = 0;

beforeAll(async () => {
  hookline = await launchHookline({ page: 'library.html' });
});
afterAll(async () => {
  await hookline.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = hookline.callPage;
  await page.bringToFront();
  complained = hookline.observed.complaints().length;
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => void dialog.accept());
  await setView(page, { width: 1280, height: 800 });
  await page.goto(hookline.url('call.html'));
  await page.evaluate(() => chrome.storage.local.clear());
  await page.goto(hookline.url('library.html'));
  await findByRole(page, 'heading', 'Bring in a guide');
});
afterEach(() => {
  expect(hookline.observed.complaints().slice(complained)).toEqual([]);
  expect(hookline.observed.requestsOutside(hookline.extensionId)).toEqual([]);
});

const press = async (name: string) => (await findByRole(page, 'button', name)).click();
const status = (words: string) =>
  eventually(async () => expect(await textsByRole(page, 'status')).toContain(words));

async function writeFiles(files: Record<string, string | Uint8Array>): Promise<string[]> {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** Chooses files as a person does. */
async function choose(files: Record<string, string | Uint8Array>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForFileChooser(), press('Choose files…')]);
  await chooser.accept(await writeFiles(files));
}

/** What a paste event of the clipboard brings. */
async function paste(data: { html?: string; text?: string }): Promise<void> {
  const place = await findByRole(
    page,
    'textbox',
    'Or paste it here: Markdown, plain text, or straight from a document',
  );
  await place.evaluate((element, { html, text }) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData('text/html', html);
    if (text !== undefined) clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

async function keep(text: string): Promise<void> {
  await paste({ text });
  await press('Keep this guide');
  await status('Saved');
}

const editor = (name = 'Text of the guide'): Promise<ElementHandle<Element>> =>
  findByRole(page, 'textbox', name);

/** The text of the guide as it lies in storage, through an export of it. */
async function exported(): Promise<Buffer> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  const done = new Promise<string>((resolve) => {
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'completed') resolve(guid);
    });
  });
  await press('Export');
  const bytes = readFileSync(join(folder, await done));
  await session.detach();
  return bytes;
}

test('files become one guide in the order of their names, seen before it is kept', async () => {
  await choose({ '10-beta.md': BETA, '2-alpha.md': ALPHA });
  await findByRole(page, 'heading', 'Look it over');
  await eventually(async () => {
    expect(await listItems(page, 'Stories found')).toEqual([
      expect.stringContaining('HARVEST · Apples in the Rain'),
      expect.stringMatching(/CONFLICT · Two Ladders.*Missing: no target time: 60 s assumed/),
    ]);
  });
  expect(await hookline.getStorage()).toEqual({});
  expect(await runAxe(page)).toEqual([]);
  await press('Keep this guide');
  await status('Saved');
  expect(await textsByRole(page, 'heading')).toContain('2-alpha');
  expect((await exported()).toString()).toBe(`${ALPHA}\n${BETA}`);
});

test('what the export gives is the file, byte for byte', async () => {
  const text = `\u200bStory\r\n\r\n## Story 1: Ünïcode – “quotes” 🎈\r\n\t- tab \u00a0 space\r\n\r\n\r\n`;
  await choose({ 'a.md': text });
  await press('Keep this guide');
  await status('Saved');
  expect(await exported()).toEqual(Buffer.from(text));
  // Typed into and back again, the line ends are still those of the file.
  await (await editor()).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('more');
  await status('Saved');
  expect(await exported()).toEqual(Buffer.from(`\r\nmore${text}`));
});

test('encodings are read or refused with a sentence', async () => {
  await choose({
    'a-latin.txt': Buffer.from('## Story 1: Caf\xe9\n', 'latin1'),
    'b-utf16.md': Buffer.from('\ufeff## Story 2: Zwölf\n', 'utf16le'),
    'c-picture.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'd-large.md': new Uint8Array(20 * 1024 * 1024 + 1),
  });
  await eventually(async () => {
    expect(await listItems(page, 'Stories found')).toEqual([
      expect.stringContaining('Café'),
      expect.stringContaining('Zwölf'),
    ]);
  });
  const [remarks] = await textsByRole(page, 'alert');
  expect(remarks).toContain('“a-latin.txt” is not UTF-8 and was read as Windows-1252');
  expect(remarks).toContain('“b-utf16.md” is UTF-16 LE');
  expect(remarks).toContain('“c-picture.md” is not a text file');
  expect(remarks).toContain('“d-large.md” has 21 MB');
});

test('rich text becomes Markdown, and nothing of it runs or loads', async () => {
  await page.evaluate(() => {
    Object.assign(window, { ran: 0 });
  });
  await paste({
    html: `<h2>Story 1: Night</h2><script>ran = 1</script><p onclick="ran=1">It was <b>late</b>
      <a href="javascript:ran=1">link</a><img src="https://example.com/a.png" onerror="ran=1" alt="sky">
      <img src="x" onerror="ran=1"><svg onload="ran=1"></svg><iframe src="https://example.com/"></iframe></p>`,
    text: 'plain',
  });
  const place = await editor('Text to bring in');
  expect(await textOf(place)).toMatch(/## Story 1: Night .*It was \*\*late\*\* link ?sky/);
  expect(await page.evaluate('window.ran')).toBe(0);
});

test('a text without a story is kept, and its headings can be marked', async () => {
  await paste({ text: '# Things\n\n## One\ntext of one\n\n## Two\ntext of two\n' });
  await findByRole(page, 'heading', 'No story was found yet');
  await press('Mark headings as stories…');
  for (const name of ['One', 'Two']) await (await findByRole(page, 'checkbox', name)).click();
  expect(await runAxe(page)).toEqual([]);
  await press('Show the change to 2 headings');
  await eventually(async () => {
    expect(await textOf(await findByRole(page, 'textbox', 'Change of the headings'))).toContain(
      '## Story 1: One',
    );
  });
  expect(await runAxe(page)).toEqual([]);
  await press('Write it');
  await eventually(async () => expect(await listItems(page, 'Stories found')).toHaveLength(2));
});

test('typing is saved, shows the story under the cursor, and can be undone across a switch', async () => {
  await keep(ALPHA);
  const place = await editor();
  await place.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type('- Lesson: bring a hat');
  await status('Saved');
  await findByRole(page, 'article', 'As understood: HARVEST Apples in the Rain');
  await eventually(async () =>
    expect(await textOf(await findByRole(page, 'article'))).toContain('Lesson bring a hat'),
  );
  expect(await runAxe(page)).toEqual([]);

  await press('Sample guide');
  await findByRole(page, 'heading', 'Sample guide');
  await press('Pasted guide in the panel');
  await (await editor()).focus();
  await page.keyboard.down('Control');
  for (let undos = 0; undos < 5; undos++) await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await status('Saved');
  expect((await exported()).toString()).toBe(ALPHA);
});

test('a line that found no place, or a problem, is one press away', async () => {
  await keep(`${ALPHA}\n${BETA}`);
  await press('What was understood');
  const stories = await findByRole(page, 'list', 'Stories found');
  await (await stories.$$('button'))[1]?.click();
  await page.keyboard.type('X');
  await status('Saved');
  expect((await exported()).toString()).toContain('X## Story 2');
});

test('templates are put in as stories that are found', async () => {
  await keep(ALPHA);
  const select = await findByRole(page, 'combobox', 'Insert a story or a section');
  await (select as ElementHandle<HTMLSelectElement>).select('story');
  await status('Saved');
  await press('What was understood');
  await eventually(async () => expect(await listItems(page, 'Stories found')).toHaveLength(2));
  expect((await exported()).toString()).toContain('## Story 2: THEME');
});

test('the history shows what changed, and an earlier state comes back', async () => {
  await keep(ALPHA);
  await (await editor()).focus();
  await page.keyboard.type('Changed. ');
  await status('Saved');
  await press('History');
  const states = await findByRole(page, 'list', 'Saved states, newest first');
  await eventually(async () => expect((await states.$$('button')).length).toBeGreaterThan(1));
  await (await states.$$('button')).at(-1)?.click();
  const difference = await findByRole(page, 'textbox', 'Changes since this state');
  expect(await textOf(difference)).toContain('Changed.');
  expect(await runAxe(page)).toEqual([]);
  await press('Restore this state');
  await status('Saved');
  expect((await exported()).toString()).toBe(ALPHA);
});

test('guides are duplicated, renamed, archived, deleted and brought back', async () => {
  await keep(ALPHA);
  await press('Duplicate');
  await findByRole(page, 'heading', 'Pasted guide (copy)');
  await press('Rename');
  await page.keyboard.type('For the orchard');
  await page.keyboard.press('Enter');
  await findByRole(page, 'heading', 'For the orchard');
  await press('Archive');
  await findByRole(page, 'button', 'Take out of the archive');
  await press('Take out of the archive');
  await press('Show it in the panel');
  await findByRole(page, 'button', 'For the orchard in the panel');
  await press('Delete');
  await press('Undo');
  await findByRole(page, 'button', 'For the orchard');
  expect(await runAxe(page)).toEqual([]);
});

test('an open panel follows the editing, and what the user is in the middle of stays', async () => {
  await keep(`${ALPHA}\n${BETA}`);
  const panel = await hookline.openPanel();
  await eventually(async () => expect(await textsByRole(panel, 'option')).toHaveLength(2));
  await (await findByRole(panel, 'combobox', 'Question')).type('ladder');
  await findByRole(panel, 'article');
  const card = async () => textOf(await findByRole(panel, 'article'));
  expect(await card()).toContain('one ladder too few');

  await page.bringToFront();
  await (await editor()).focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type('- Way out: we took turns');
  await status('Saved');
  await eventually(async () => expect(await card()).toContain('we took turns'));
  const question = await findByRole(panel, 'combobox', 'Question');
  expect(await question.evaluate((input) => (input as HTMLInputElement).value)).toBe('ladder');
  await hookline.closePanel();
});

test('two windows: the second is asked, and both texts are kept', async () => {
  await keep(ALPHA);
  const other = await hookline.browser.newPage();
  await setView(other, { width: 1280, height: 800 });
  await other.goto(hookline.url('library.html'));
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
  await page.bringToFront();
  await (await editor()).focus();
  await page.keyboard.type('Mine. ');
  await status('Saving…');
  await other.bringToFront();
  await other.keyboard.type('Theirs. ');
  await other.evaluate('window.release()');

  const both = await findByRole(other, 'button', 'Keep both, mine as a copy');
  await eventually(async () => expect(await textsByRole(other, 'status')).not.toContain('Saved'));
  expect(await runAxe(other)).toEqual([]);
  await both.click();
  await eventually(async () => expect(await textsByRole(other, 'status')).toContain('Saved'));
  await findByRole(other, 'button', 'Pasted guide (copy)');
  await page.bringToFront();
  await status('Saved');
  expect((await exported()).toString()).toBe(`Mine. ${ALPHA}`);
  await press('Pasted guide (copy)');
  await findByRole(page, 'heading', 'Pasted guide (copy)');
  expect((await exported()).toString()).toBe(`Theirs. ${ALPHA}`);
  await other.close();
});

test('a file on disk is followed: its change is shown, and taken when the user says so', async () => {
  await keep(ALPHA);
  // The chooser is the browser's own window; a file of the page's private folder stands in for the choice.
  await page.evaluate(async (text) => {
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
  await page.evaluate(() => document.querySelector('details.follow')?.setAttribute('open', ''));
  await press('Choose the file to follow…');
  await eventually(async () =>
    expect(await page.evaluate('document.body.innerText')).toContain('Follows “orchard.md”'),
  );
  await page.evaluate(
    (text) => (window as unknown as { write(text: string): void }).write(text),
    `${ALPHA}- Lesson: a hat\n`,
  );
  await findByRole(page, 'heading', '“orchard.md” has changed');
  expect(await textOf(await findByRole(page, 'textbox', 'Changes of the file'))).toContain('Lesson: a hat');
  expect(await runAxe(page)).toEqual([]);
  expect((await exported()).toString()).toBe(ALPHA);
  await press("Take the file's text");
  await status('Saved');
  expect((await exported()).toString()).toBe(`${ALPHA}- Lesson: a hat\n`);
  // The file is known after the page was closed.
  await page.reload();
  await eventually(async () =>
    expect(await page.evaluate('document.body.innerText')).toContain('Follows “orchard.md”'),
  );
  await press('Stop following');
});

const HOSTILE: readonly (readonly [string, string])[] = [
  [
    'script and handlers',
    '## Story 1: <script>ran=1</script>\n<img src=x onerror="ran=1">\n- <b onclick=ran=1>x</b>\n',
  ],
  [
    'links',
    '## Story 1: [a](javascript:ran=1)\n[b](data:text/html,<script>ran=1</script>) <javascript:ran=1>\n![i](https://example.com/i.png)\n',
  ],
  [
    'SVG and entities',
    '## Story 1: <svg onload=ran=1>&lt;script&gt;\n&#60;script&#62;ran=1&#60;/script&#62;\n',
  ],
  ['bidi and zero-width', '## Story 1: \u202eevil\u202c \u200b\u2066x\u2069\ufeff\n- \u200eA: \u202bB\n'],
  ['a line of 100,000 letters', `## Story 1: Long\n\n${'lorem ipsum '.repeat(8400)}\n`],
  [
    'deep nesting',
    `## Story 1: Deep\n\n${'> '.repeat(2000)}x\n\n${Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- y`).join('\n')}\n`,
  ],
];

test.each(HOSTILE)('hostile text is only text: %s', async (_, text) => {
  await page.evaluate(() => {
    Object.assign(window, { ran: 0 });
  });
  const started = Date.now();
  await keep(text);
  await press('What was understood');
  await eventually(async () => expect(await listItems(page, 'Stories found')).toHaveLength(1), 8000);
  await (await editor()).focus();
  await page.keyboard.type('Z');
  await status('Saved');
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(await page.evaluate('window.ran')).toBe(0);
  expect((await exported()).toString()).toBe(`Z${text}`);
});

test('everything is exported, looked at and brought back', async () => {
  await keep(ALPHA);
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  const done = new Promise<string>((resolve) => {
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'completed') resolve(guid);
    });
  });
  await page.evaluate(() => document.querySelector('details.all')?.setAttribute('open', ''));
  await press('Export everything');
  const file = join(folder, await done);
  await press('Delete');
  await press('Import everything');
  const [chooser] = await Promise.all([page.waitForFileChooser(), press('Choose the file…')]);
  await chooser.accept([file]);
  await eventually(async () =>
    expect(await listItems(page, 'Guides in the file')).toEqual([expect.stringContaining('Pasted guide')]),
  );
  expect(await runAxe(page)).toEqual([]);
  await press('Replace what is here');
  await eventually(async () =>
    expect(await textsByRole(page, 'alert')).toContain('Everything was replaced.'),
  );
  await eventually(async () => expect(await listItems(page, 'Guides')).not.toHaveLength(0), 100).catch(
    () => 0,
  );
  expect(await queryByRole(page, 'button', 'Pasted guide in the panel')).not.toBeNull();
});

test('a guide of 1 MB types without waiting', async () => {
  const big = Array.from(
    { length: 300 },
    (_, n) => `## Story ${n + 1}: BIG - Number ${n}\n\n${'Some words of a script. '.repeat(140)}\n`,
  ).join('\n');
  await keep(big);
  await (await editor()).focus();
  const slowest = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let most = 0;
        let last = performance.now();
        const end = last + 2500;
        const tick = () => {
          const now = performance.now();
          most = Math.max(most, now - last);
          last = now;
          if (now < end) setTimeout(tick, 0);
          else resolve(most);
        };
        tick();
      }),
  );
  await page.keyboard.type('Typing along without a stop.', { delay: 40 });
  console.info(`1 MB: longest wait while typing ${Math.round(await slowest)} ms`);
  expect(await slowest).toBeLessThan(500);
  await status('Saved');
});

test('at every size nothing scrolls sideways and axe has nothing to say', async () => {
  await keep(`${ALPHA}\n${'Averyveryverylongword'.repeat(40)}\n`);
  for (const width of [360, 800, 1280]) {
    for (const scheme of ['light', 'dark'] as const) {
      await setView(page, { width, height: 640, scheme });
      expect(await scrollsSideways(page)).toBe(false);
      expect(await runAxe(page)).toEqual([]);
    }
  }
});
