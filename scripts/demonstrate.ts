/** What `npm start` does where there is no display: asks the real panel a question and shows what it answered. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { findByRole, listItems, queryByRole, textOf } from './by-role.ts';

const QUESTION = 'Tell me about a time you disagreed with your manager.';

/** What the panel shows, read the way a screen reader reads it. */
interface Answer {
  /** The open story, `''` when the panel found none. */
  readonly story: string;
  readonly reason: string;
  readonly hooks: readonly string[];
  readonly points: readonly string[];
  readonly facts: readonly string[];
  /** The backup phrases, shown when no story answers. */
  readonly phrases: string;
}

/** Types the sample question, prints the answer, and leaves a picture of call page and panel in `picture`. */
export async function demonstrate(browser: Browser, callPage: Page, panel: Page, picture: `${string}.png`) {
  // As it would stand beside a call in a window of usual size.
  await callPage.setViewport({ width: 920, height: 720 });
  await panel.setViewport({ width: 360, height: 720 });
  const box = await findByRole(panel, 'combobox', 'Question', 15_000);
  await box.focus();
  // The panel keeps what was typed when it was last open.
  await panel.keyboard.down('Control');
  await panel.keyboard.press('a');
  await panel.keyboard.up('Control');
  await panel.keyboard.press('Backspace');
  await panel.keyboard.type(QUESTION, { delay: 15 });
  const answer = await settled(panel);
  print(answer);
  await takePicture(browser, callPage, panel, picture);
  console.log(`Picture: ${picture}`);
}

/** Reads the panel until it shows an answer and the same one twice in a row. */
async function settled(panel: Page): Promise<Answer> {
  let before = '';
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const answer = await read(panel);
    const now = JSON.stringify(answer);
    if ((answer.story || answer.phrases) && now === before) return answer;
    before = now;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The panel showed no answer within 10 seconds.');
}

async function read(panel: Page): Promise<Answer> {
  const article = await queryByRole(panel, 'article');
  const heading = await article?.$('aria/[role="heading"]');
  const listbox = await queryByRole(panel, 'listbox');
  const reason = await listbox?.evaluate(
    (list) => list.querySelector('[aria-selected="true"]')?.getAttribute('aria-description') ?? '',
  );
  return {
    story: heading ? await textOf(heading) : '',
    reason: reason ?? '',
    hooks: await listItems(panel, 'Opening hooks'),
    points: await listItems(panel, 'Key points'),
    facts: await listItems(panel, 'Numbers and names'),
    phrases: (await listItems(panel, 'Backup phrases')).join(' / '),
  };
}

function print(answer: Answer): void {
  console.log(`\nQuestion: ${QUESTION}`);
  if (!answer.story) {
    console.log(`No story answers it. The panel shows: ${answer.phrases}\n`);
    return;
  }
  console.log(`Story: ${answer.story}${answer.reason ? ` (${answer.reason})` : ''}`);
  for (const hook of answer.hooks.slice(0, 1)) console.log(`Opening hook: ${hook}`);
  const parts = [
    ['Key points', answer.points],
    ['Numbers and names', answer.facts],
  ] as const;
  for (const [name, items] of parts) {
    if (items.length > 0) console.log(`${name}:\n${items.map((item) => `  - ${item}`).join('\n')}`);
  }
  console.log('');
}

/** Call page and panel side by side, put together by the browser itself. */
async function takePicture(browser: Browser, callPage: Page, panel: Page, path: `${string}.png`) {
  const shots = [];
  for (const page of [callPage, panel]) shots.push(await page.screenshot({ encoding: 'base64' }));
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}" style="display:block">`);
  const sheet = await browser.newPage();
  await sheet.setViewport({ width: 1281, height: 720 });
  await sheet.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#888">${images.join('')}</body>`,
  );
  mkdirSync(dirname(path), { recursive: true });
  await sheet.screenshot({ path });
  await sheet.close();
}
