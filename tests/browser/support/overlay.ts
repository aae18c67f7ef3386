/** The card on a call page, as a person sees it: its closed tree is seen through the accessibility tree. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findByRole, queryByRole } from '../../../scripts/by-role.ts';
import { eventually } from './page.ts';

/** What a card says. */
export interface Shown {
  readonly label: string;
  readonly line: string;
  readonly number: string;
  readonly said: string;
  readonly figure: string;
  readonly words: string;
}

const REGION = ['region', 'Hookline cue'] as const;

/** Waits for the card of a page, or of the floating card's window. */
export const findCard = (page: Page): Promise<ElementHandle<Element>> => findByRole(page, ...REGION);

/** Whether there is a card on the page. */
export const hasCard = async (page: Page): Promise<boolean> => (await queryByRole(page, ...REGION)) !== null;

export async function shown(page: Page): Promise<Shown> {
  const card = await findCard(page);
  return card.evaluate((element) => {
    const of = (name: string) => element.querySelector(`.${name}`)?.textContent ?? '';
    return {
      label: of('label'),
      line: of('line'),
      number: of('number'),
      said: of('said'),
      figure: of('figure'),
      words: of('words'),
    };
  });
}

/** Waits until the card says this. */
export const says = (page: Page, expected: Partial<Shown>): Promise<void> =>
  eventually(async () => expect(await shown(page)).toMatchObject(expected));

/** Presses a button of the card with the mouse. */
export async function pressOn(page: Page, name: string): Promise<void> {
  const button = await findByRole(page, 'button', name);
  const box = await button.boundingBox();
  if (box === null) throw new Error(`The button ${name} is not to be seen.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Whether the card is in front of all that the page has at its middle. */
export async function isInFront(page: Page): Promise<boolean> {
  const box = await (await findCard(page)).boundingBox();
  if (box === null) return false;
  return page.evaluate(
    ([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found?.parentElement === document.documentElement && found !== document.body;
    },
    [box.x + box.width / 2, box.y + box.height / 2] as const,
  );
}

/** Runs an expression where the extension's own script runs, beside the page's world. */
export async function evaluateBeside(page: Page, extensionId: string, expression: string): Promise<unknown> {
  const session = await page.createCDPSession();
  try {
    const contexts: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const own = contexts.find(({ origin }) => origin === `chrome-extension://${extensionId}`);
    if (own === undefined) throw new Error('The extension runs nothing in this page.');
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId: own.id,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  } finally {
    await session.detach();
  }
}
