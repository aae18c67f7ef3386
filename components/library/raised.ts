import type { Element } from 'hast';

/** Letters that have a raised and a lowered form of their own, and those forms. */
const LETTERS = '0123456789+-−=()n';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ';

/**
 * Markdown has no raised or lowered letters, and 10² must not become 102.
 *
 * @returns the text of `<sup>` or `<sub>` in letters that are raised or lowered themselves; `undefined` for any other
 *   element, and where a letter has no such form: “4th” reads well without
 */
export function raisedOrLowered({ tagName, children }: Element): string | undefined {
  if (tagName !== 'sup' && tagName !== 'sub') return undefined;
  const forms = tagName === 'sup' ? RAISED : LOWERED;
  const text = children.map((child) => (child.type === 'text' ? child.value : '?')).join('');
  const letters = [...text.trim()].map((letter) => forms[LETTERS.indexOf(letter)]);
  return letters.length === 0 || letters.includes(undefined) ? undefined : letters.join('');
}
