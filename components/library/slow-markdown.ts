/**
 * Where colouring a text as Markdown would hold up the page. CodeMirror reads a paragraph in one go, for a time that
 * grows with the square of the marks in it: 20,000 times `[a](` in one paragraph take a minute, with each letter typed.
 * Up to the limits here it is 30 ms at the most (measured: `[a](` 13 ms, `*a_` 2 ms for 1,000 marks; 35 ms for 100,000
 * letters without marks; 3 ms for 500 lists in one line; 1 ms a line for one indented by 1,000 spaces).
 */

/** Letters that may begin or end something within a paragraph. */
const MARKS = new Set([...'*_~[]`<!&'].map((mark) => mark.charCodeAt(0)));
const MAX_MARKS = 1000;
const MAX_LENGTH = 100_000;
const MAX_LISTS = 500;
const MAX_INDENT = 1000;

const BLANK = /^\s*$/;
/** A line that begins something new without a blank line before: an item of a list, a heading. */
const BEGINNING = /^\s*(?:[-*+]|1[.)])\s|^ {0,3}#{1,6}\s/;
const TABLE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)+$/;
/** Longer lines part no table's head from its rows. */
const MAX_TABLE = 2000;
const ROW = /^\s*\|/;
const LISTS = /^(?:\s*(?:[-*+]|\d{1,9}[.)])(?=\s))+/;

function marksIn(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) if (MARKS.has(line.charCodeAt(at))) count += 1;
  return count;
}

const isTableLine = (line: string) =>
  line.length < MAX_TABLE && line.includes('|') && TABLE.test(line.trim());

/**
 * @param lines of a text, from the beginning of a paragraph on
 * @returns the place among them (from 0) of the first paragraph that would be slow; `undefined` where none would
 */
export function slowParagraph(lines: Iterable<string>): number | undefined {
  let at = 0;
  let start = 0;
  let marks = 0;
  let length = 0;
  let isTable = false;
  for (const line of lines) {
    const isBlank = BLANK.test(line);
    isTable = !isBlank && (isTable || isTableLine(line));
    if (isBlank || BEGINNING.test(line) || (isTable && ROW.test(line))) {
      start = isBlank ? at + 1 : at;
      marks = 0;
      length = 0;
    }
    marks += marksIn(line);
    length += line.length + 1;
    const lists = LISTS.exec(line)?.[0] ?? '';
    const isDeep = lists.length > MAX_LISTS && lists.replace(/\s+/g, '').length > MAX_LISTS;
    if (marks > MAX_MARKS || length > MAX_LENGTH || isDeep || line.search(/\S/) > MAX_INDENT) return start;
    at += 1;
  }
  return undefined;
}
