/** Bringing in as a browser does it: what is no guide yet survives a crash, and pastes find their place. */
import { expect, test } from 'vitest';
import { findByRole, queryByRole, textOf } from '../../scripts/by-role.ts';
import { ALPHA, useLibrary } from './support/library.ts';
import { eventually, runAxe, setView } from './support/page.ts';

const lib = useLibrary();
const { editor, keep, paste, press, status } = lib;

test('what is no guide yet is there again after the page is gone, and what was thrown away can be had back', async () => {
  await paste({ text: '# Thrown away' });
  await press('Throw it away');
  await keep(ALPHA);
  await press('Bring in or write');
  await press('Start with an empty text');
  await (await editor('Text to bring in')).focus();
  await lib.page.keyboard.type('## Story 9: Typed and not kept');
  await eventually(async () =>
    expect(JSON.stringify(await lib.hookline.getStorage())).toContain('Typed and not kept'),
  );
  let asked = 0;
  lib.page.on('dialog', () => {
    asked += 1;
  });
  await lib.page.reload();
  await press('Go on with it');
  const shown = async () => textOf(await editor('Text to bring in'));
  await eventually(async () => expect(await shown()).toContain('Story 9: Typed and not kept'));
  expect(asked).toBe(0);
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Bring it back');
  await eventually(async () => expect(await shown()).toContain('Thrown away'));
});

test('a paste finds its place with the focus on a button, and shows the other form on request', async () => {
  await press('Bring in or write');
  await lib.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', `<pre style="white-space: pre-wrap">${text}</pre>`);
    clipboardData.setData('text/plain', text);
    const at = document.activeElement;
    if (!(at instanceof HTMLButtonElement)) throw new Error('The button does not have the focus.');
    at.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, ALPHA);
  await findByRole(lib.page, 'heading', '1 story found');
  expect(await runAxe(lib.page)).toEqual([]);
  await press('Use the formatted text instead');
  await eventually(async () => expect(await textOf(await editor('Text to bring in'))).toContain('```'));
  await press('Use the plain text instead');
  await findByRole(lib.page, 'heading', '1 story found');
});

test('a window that becomes narrow leaves the editor and the focus to whoever writes', async () => {
  await keep(ALPHA);
  await (await editor()).focus();
  await setView(lib.page, { width: 640, height: 400 });
  await lib.page.keyboard.type('Still written. ');
  await status('Saved');
  expect(await textOf(await editor())).toContain('Still written.');
  await setView(lib.page, { width: 1280, height: 800 });
  await lib.page.keyboard.type('And on. ');
  expect(await textOf(await editor())).toContain('Still written. And on.');
});

test('odd Markdown that is slow to colour opens and types at once', async () => {
  const text = `# Odd\n\n${'[a]('.repeat(20_000)}\n`;
  const began = Date.now();
  await keep(text);
  await (await editor()).focus();
  const typing = Date.now();
  await lib.page.keyboard.type('Ten more.');
  await lib.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  console.info(`slow Markdown: kept in ${typing - began} ms, 9 letters in ${Date.now() - typing} ms`);
  expect(Date.now() - typing).toBeLessThan(3000);
  await status('Saved');
  expect(await queryByRole(lib.page, 'button', 'Keep this guide')).toBeNull();
  expect(await lib.page.evaluate('document.body.innerText')).toContain('Shown without colours');
});
