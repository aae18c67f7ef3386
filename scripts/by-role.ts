/**
 * Finding things on a page the way a screen reader does: by role and accessible name. Tests and `npm start`
 * look at the panel only through this, so that neither depends on markup.
 */
import type { ElementHandle, Page } from 'puppeteer-core';

/** A puppeteer selector over the accessibility tree. Names are matched whole. */
export function roleSelector(role: string, name?: string): string {
  return name === undefined
    ? `aria/[role="${role}"]`
    : `aria/[name="${name.replaceAll('"', '\\"')}"][role="${role}"]`;
}

/** Waits until something with this role and name is on the page. */
export async function findByRole(
  page: Page,
  role: string,
  name?: string,
  timeout = 10_000,
): Promise<ElementHandle<Element>> {
  const found = await page.waitForSelector(roleSelector(role, name), { timeout });
  if (!found) throw new Error(`Nothing has role ${role} and name ${name ?? '(any)'}.`);
  return found;
}

/** The first such thing on the page now, or `null`. */
export async function queryByRole(page: Page, role: string, name?: string) {
  return page.$(roleSelector(role, name));
}

/** The visible text of an element, runs of white space made one space. */
export async function textOf(element: ElementHandle<Element>): Promise<string> {
  return element.evaluate((node) =>
    (node instanceof HTMLElement ? node.innerText : (node.textContent ?? '')).replace(/\s+/g, ' ').trim(),
  );
}

/** The texts of everything with this role and name, in the order of the page. */
export async function textsByRole(page: Page, role: string, name?: string): Promise<string[]> {
  const found = await page.$$(roleSelector(role, name));
  return Promise.all(found.map(textOf));
}

/** The texts of the items of the list with this name; none when there is no such list. */
export async function listItems(page: Page, name: string): Promise<string[]> {
  const list = await queryByRole(page, 'list', name);
  if (!list) return [];
  const items = await list.$$(roleSelector('listitem'));
  return Promise.all(items.map(textOf));
}
