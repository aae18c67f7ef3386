/** The library page under texts that mean harm, and under large ones. */
import { expect, test } from 'vitest';
import { listItems } from '../../scripts/by-role.ts';
import { ALPHA, useLibrary } from './support/library.ts';
import { eventually, runAxe, scrollsSideways, setView } from './support/page.ts';

const lib = useLibrary();
const { editor, exported, keep, press, status } = lib;

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
  await lib.page.evaluate(() => {
    Object.assign(window, { ran: 0 });
  });
  const started = Date.now();
  await keep(text);
  await press('What was understood');
  await eventually(async () => expect(await listItems(lib.page, 'Stories found')).toHaveLength(1), 8000);
  await (await editor()).focus();
  await lib.page.keyboard.type('Z');
  await status('Saved');
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(await lib.page.evaluate('window.ran')).toBe(0);
  expect((await exported()).toString()).toBe(`Z${text}`);
});

test('a guide of 1 MB is read beside the page while it is typed in, and every letter is kept', async () => {
  const big = Array.from(
    { length: 300 },
    (_, n) => `## Story ${n + 1}: BIG - Number ${n}\n\n${'Some words of a script. '.repeat(140)}\n`,
  ).join('\n');
  await keep(big);
  // The reader that works beside the page is there: should it fail, it is ended and the page reads itself.
  expect(lib.page.workers()).toHaveLength(1);
  await lib.page.evaluate(() => {
    const sent: number[] = [];
    const { postMessage } = Worker.prototype;
    Object.assign(window, { sent });
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      sent.push((message as { text: string }).text.length);
      postMessage.call(this, message);
    };
  });
  await (await editor()).focus();
  await lib.page.keyboard.type('Typing along without a stop.', { delay: 40 });
  await status('Saved');
  await eventually(async () =>
    expect(((await lib.page.evaluate('window.sent')) as number[]).at(-1)).toBe(big.length + 28),
  );
  expect(lib.page.workers()).toHaveLength(1);
  expect((await exported()).toString()).toBe(`Typing along without a stop.${big}`);
});

test('at every size nothing scrolls sideways and axe has nothing to say', async () => {
  await keep(`${ALPHA}\n${'Averyveryverylongword'.repeat(40)}\n`);
  for (const width of [360, 800, 1280]) {
    for (const scheme of ['light', 'dark'] as const) {
      await setView(lib.page, { width, height: 640, scheme });
      expect(await scrollsSideways(lib.page)).toBe(false);
      expect(await runAxe(lib.page)).toEqual([]);
    }
  }
});
