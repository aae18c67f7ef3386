/** The library page as a person uses it: bring in, look over, keep several, keep safe. */
import { expect, test } from 'vitest';
import { findByRole, listItems, queryByRole, textOf, textsByRole } from '../../scripts/by-role.ts';
import { ALPHA, BETA, useLibrary } from './support/library.ts';
import { eventually, runAxe } from './support/page.ts';

const lib = useLibrary();
const { choose, download, editor, exported, keep, paste, press, status } = lib;

test('files become one guide in the order of their names, seen before it is kept', async () => {
  await choose({ '10-beta.md': BETA, '2-alpha.md': ALPHA });
  await findByRole(lib.page, 'heading', 'Look it over');
  await eventually(async () => {
    expect(await listItems(lib.page, 'Stories found')).toEqual([
      expect.stringContaining('HARVEST · Apples in the Rain'),
      expect.stringMatching(/CONFLICT · Two Ladders.*No target time: 60 s assumed/),
    ]);
  });
  const stored = Object.keys(await lib.hookline.getStorage());
  expect(stored.filter((key) => !key.startsWith('draft.'))).toEqual([]);
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Keep this guide');
  await status('Saved');
  expect(await textsByRole(lib.page, 'heading')).toContain('2-alpha');
  expect((await exported()).toString()).toBe(`${ALPHA}\n${BETA}`);
});

test('dropped files are brought in too, wherever they fall', async () => {
  await lib.page.evaluate(
    (alpha, beta) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([beta], 'b.md'));
      dataTransfer.items.add(new File([alpha], 'a.md'));
      const aside = document.querySelector('aside');
      aside?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    ALPHA,
    BETA,
  );
  await eventually(async () => expect(await listItems(lib.page, 'Stories found')).toHaveLength(2));
});

test('what the export gives is the file, byte for byte', async () => {
  const text = `\ufeff\u200bStory\r\n\r\n## Story 1: Ünïcode – “quotes” 🎈\r\n\t- tab \u00a0 space\r\n\r\n\r\n`;
  await choose({ 'a.md': text });
  await press('Keep this guide');
  await status('Saved');
  expect(await exported()).toEqual(Buffer.from(text));
  // Typed into and back again, the line ends are still those of the file.
  await (await editor()).focus();
  await lib.page.keyboard.press('Enter');
  await lib.page.keyboard.type('more');
  await status('Saved');
  expect(await exported()).toEqual(Buffer.from(`\ufeff\r\nmore${text.slice(1)}`));
});

test('encodings are read or refused with a sentence', async () => {
  await choose({
    'a-latin.txt': Buffer.from('## Story 1: Caf\xe9\n', 'latin1'),
    'b-utf16.md': Buffer.from('\ufeff## Story 2: Zwölf\n', 'utf16le'),
    'c-picture.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'd-large.md': new Uint8Array(20 * 1024 * 1024 + 1),
  });
  await eventually(async () => {
    expect(await listItems(lib.page, 'Stories found')).toEqual([
      expect.stringContaining('Café'),
      expect.stringContaining('Zwölf'),
    ]);
  });
  const [remarks] = await textsByRole(lib.page, 'alert');
  expect(remarks).toContain('“a-latin.txt” is not UTF-8 and was read as Windows-1252');
  expect(remarks).toContain('“b-utf16.md” is UTF-16 LE');
  expect(remarks).toContain('“c-picture.md” is not a text file');
  expect(remarks).toContain('“d-large.md” has 21 MB');
});

test('rich text becomes Markdown, and nothing of it runs or loads', async () => {
  await lib.page.evaluate(() => {
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
  expect(await lib.page.evaluate('window.ran')).toBe(0);
});

test('a text without a story is kept, and its headings can be marked', async () => {
  await paste({ text: '# Things\n\n## One\ntext of one\n\n## Two\ntext of two\n' });
  await findByRole(lib.page, 'heading', 'No story was found yet');
  await press('Mark headings as stories…');
  for (const name of ['One', 'Two']) await (await findByRole(lib.page, 'checkbox', name)).click();
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Show the change to 2 headings');
  await eventually(async () => {
    expect(await textOf(await findByRole(lib.page, 'textbox', 'Change of the headings'))).toContain(
      '## Story 1: One',
    );
  });
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Write it');
  await eventually(async () => expect(await listItems(lib.page, 'Stories found')).toHaveLength(2));
});

test('the history shows what changed, and an earlier state comes back', async () => {
  await keep(ALPHA);
  await (await editor()).focus();
  await lib.page.keyboard.type('Changed. ');
  await status('Saved');
  await press('History');
  const states = await findByRole(lib.page, 'list', 'Saved states, newest first');
  await eventually(async () => expect((await states.$$('button')).length).toBeGreaterThan(1));
  await (await states.$$('button')).at(-1)?.click();
  const difference = await findByRole(lib.page, 'textbox', 'Changes since this state');
  expect(await textOf(difference)).toContain('Changed.');
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Restore this state');
  await status('Saved');
  expect((await exported()).toString()).toBe(ALPHA);
});

test('guides are duplicated, renamed, archived, deleted and brought back', async () => {
  await keep(ALPHA);
  await press('Duplicate');
  await findByRole(lib.page, 'heading', 'Alpha (copy)');
  await press('Rename');
  await lib.page.keyboard.type('For the orchard');
  await lib.page.keyboard.press('Enter');
  await findByRole(lib.page, 'heading', 'For the orchard');
  await press('Archive');
  await findByRole(lib.page, 'button', 'Take out of the archive');
  await press('Take out of the archive');
  await press('Show it in the panel');
  await findByRole(lib.page, 'button', 'For the orchard in the panel');
  await press('Delete');
  await press('Undo');
  await findByRole(lib.page, 'button', 'For the orchard in the panel');
  expect(await runAxe(lib.page)).toEqual([]);
});

test('everything is exported, looked at and brought back', async () => {
  await keep(ALPHA);
  await lib.page.evaluate(() => document.querySelector('details.all')?.setAttribute('open', ''));
  const file = await download(() => press('Export everything'));
  await press('Delete');
  await press('Import everything');
  const [chooser] = await Promise.all([lib.page.waitForFileChooser(), press('Choose the file…')]);
  await chooser.accept([file]);
  await eventually(async () =>
    expect(await listItems(lib.page, 'Guides in the file')).toEqual([expect.stringContaining('Alpha')]),
  );
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Replace what is here');
  await eventually(async () =>
    expect(await textsByRole(lib.page, 'alert')).toContain('Everything was replaced.'),
  );
  await eventually(async () => expect(await listItems(lib.page, 'Guides')).not.toHaveLength(0), 100).catch(
    () => 0,
  );
  expect(await queryByRole(lib.page, 'button', 'Alpha in the panel')).not.toBeNull();
});
