/** Keystroke to the next drawn frame in the library's editor: a guide of 1 MB beside one of four stories. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { findByRole } from '../by-role.ts';
import { useGuide } from '../use-guide.ts';
import { ratio, type Spread, spread } from './figures.ts';
import { guideOf } from './guides.ts';

const LETTERS = 'Typing along without a stop, as one does on the last evening. '.repeat(2);
/** Milliseconds between two letters: a quick typist. */
const PACE = 60;

export interface Editing {
  readonly long: Spread;
  readonly short: Spread;
  /** Length of the long guide in bytes. */
  readonly bytes: number;
  readonly medianRatio: number;
  readonly p95Ratio: number;
}

/** A guide of about 1 MB: 300 stories with long scripts. */
function longGuide(): string {
  const script = 'We counted what the crane had moved, and wrote it down. '.repeat(50);
  return guideOf(300).replaceAll('"\n\n### Key', `${script}"\n\n### Key`);
}

/** @param page a tab of the extension, which is left on the library */
export async function measureEditing(page: Page, library: string): Promise<Editing> {
  const text = longGuide();
  const short = await typeIn(page, library, guideOf(4));
  const long = await typeIn(page, library, text);
  return {
    long,
    short,
    bytes: Buffer.byteLength(text),
    medianRatio: ratio(long.median, short.median),
    p95Ratio: ratio(long.p95, short.p95),
  };
}

async function typeIn(page: Page, library: string, guide: string): Promise<Spread> {
  await page.evaluate(() => chrome.storage.local.clear());
  await useGuide(page, guide);
  await page.goto(library);
  const editor = (await findByRole(page, 'textbox', 'Text of the guide')) as ElementHandle<HTMLElement>;
  await editor.focus();
  const times: number[] = [];
  for (const letter of LETTERS) {
    const drawn = page.evaluate(
      () =>
        new Promise<number>((done) => {
          const onKey = ({ timeStamp }: KeyboardEvent) =>
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => done(performance.now() - timeStamp);
              port2.postMessage(0);
            });
          addEventListener('keydown', onKey, { capture: true, once: true });
        }),
    );
    await page.keyboard.press(letter as 'a');
    times.push(await drawn);
    await new Promise((done) => setTimeout(done, PACE));
  }
  return spread(times);
}
