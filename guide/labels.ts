import type { Row } from './rows.ts';

/** What opens a line: `**Time:** 45 seconds` has the label `Time` and the text `45 seconds`. */
export interface Label {
  readonly name: string;
  readonly text: string;
  readonly bold: boolean;
}

/** Words; a longer run before a colon is a sentence. */
const MAX_WORDS = 8;
/** Words of a label that has its line to itself: `If you are asked about something you have not prepared:`. */
const MAX_ALONE_WORDS = 14;
const MAX_DASH_WORDS = 3;

/**
 * @param row one line; @returns its label, or `undefined` where the line opens with none.
 *   A line that is bold all through is a label without text.
 */
export function labelOf(row: Row): Label | undefined {
  return boldLabel(row) ?? plainLabel(row.text);
}

function boldLabel({ bold, rest }: Row): Label | undefined {
  if (!/[\p{L}\p{N}]/u.test(bold)) return undefined;
  const name = bold.replace(/\s*[:：.]$/, '');
  if (rest === '') return { name, text: '', bold: true };
  if (/[:：.?]$/.test(bold)) return { name, text: rest.replace(/^[-–—]\s+/, ''), bold: true };
  const mark = rest.match(/^(?:[:：]|[-–—](?=\s))\s*/)?.[0];
  return mark === undefined ? undefined : { name, text: rest.slice(mark.length), bold: true };
}

/** `Problem: what it was`, or `Problem – what it was` where the label is short. */
function plainLabel(text: string): Label | undefined {
  const head = text.slice(0, 90);
  const colon = head.search(/:(?:\s|$)|：/);
  const dash = head.search(/\s[-–—]\s/);
  if (colon > 0 && (dash < 0 || colon < dash)) {
    const alone = text.slice(colon + 1).trim() === '';
    return label(text.slice(0, colon), text.slice(colon + 1), alone ? MAX_ALONE_WORDS : MAX_WORDS);
  }
  return dash > 0 ? label(text.slice(0, dash), text.slice(dash + 3), MAX_DASH_WORDS) : undefined;
}

function label(name: string, text: string, maxWords: number): Label | undefined {
  if (name.split(' ').length > maxWords || /^["“„«']|[.!?;]/.test(name)) return undefined;
  if (text.trim() !== '' && name.includes(',')) return undefined;
  return { name: name.trim(), text: text.trim(), bold: false };
}
