/** Keystroke to painted result: in the real side panel, and in a bare field that echoes its text. */
import type { Page } from 'puppeteer-core';
import { ratio, round, type Spread, spread } from './figures.ts';

/** Typed one after the other, as often as it takes. */
const QUESTIONS = [
  'Tell me about a time you disagreed with your manager.',
  'conflct',
  'Describe a situation where you had to learn something quickly',
  'What is your greatest weakness?',
  'fast learner',
  'How do you handle being woken up at 2am by an incident',
  'When did you put the team first',
];
const WANTED = 220;
/** Some keys change nothing on the panel (a space, a letter that changes no rank): they are not waited for long. */
const PATIENCE = 150;

declare global {
  /** From probe.js, in the measured pages. */
  function hooklineNextKey(patience: number): Promise<number>;
}

export interface Keystrokes {
  readonly panel: Spread;
  readonly bare: Spread;
  readonly medianRatio: number;
  readonly p95Ratio: number;
  /** How much later than the bare field's slowest of a hundred the panel's is, milliseconds. */
  readonly p99Later: number;
  /** Keys that changed nothing on the panel, and so have no painted result to wait for. */
  readonly withoutChange: number;
}

/** Types the same questions into both, by turns, through the browser's own input events. */
export async function measureKeystrokes(panel: Page, bare: Page): Promise<Keystrokes> {
  const times = { panel: [] as number[], bare: [] as number[] };
  let withoutChange = 0;
  for (let turn = 0; times.panel.length < WANTED; turn++) {
    const question = QUESTIONS[turn % QUESTIONS.length] ?? '';
    for (const ms of await typeInto(panel, question)) {
      if (ms < 0) withoutChange++;
      else times.panel.push(ms);
    }
    times.bare.push(...(await typeInto(bare, question)));
  }
  const [ofPanel, ofBare] = [spread(times.panel), spread(times.bare)];
  return {
    panel: ofPanel,
    bare: ofBare,
    medianRatio: ratio(ofPanel.median, ofBare.median),
    p95Ratio: ratio(ofPanel.p95, ofBare.p95),
    p99Later: round(ofPanel.p99 - ofBare.p99),
    withoutChange,
  };
}

async function typeInto(page: Page, question: string): Promise<number[]> {
  await page.focus('input');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  const times: number[] = [];
  for (const letter of question) {
    const result = page.evaluate((patience) => hooklineNextKey(patience), PATIENCE);
    await page.keyboard.press(letter as 'a');
    times.push(await result);
  }
  return times;
}
