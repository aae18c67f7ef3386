import type { Row } from './rows.ts';

const MAX_STARS = 40;
/** Marks of words that only the parser knows. */
const NEEDS_PARSER = /[`\\_|]|<[a-z/!?]|&[#\w]|\]\(|\]\[|!\[/i;
/** Code, and a link: as simple as they can be, and beyond doubt. */
const CODE = /(?<![`*\\])`([^`*\\]+)`(?![`*])/g;
const LINK = /(?<![!*\\\]])\[([^[\]*`\\!]+)\]\([^()\s<>"'\\*`]+\)(?![*])/g;

/**
 * @param written a line without its marker; @param line its number
 * @returns the line without its marks; `undefined` where it needs the parser
 */
export function quickRow(written: string, line: number): Row | undefined {
  if (!NEEDS_PARSER.test(written)) return rowOf(written, line);
  if (!written.includes('`') && !written.includes('](')) return undefined;
  // Two looks: one without the code, which may hold anything; one with its words.
  const links = written.replace(LINK, '$1');
  if (NEEDS_PARSER.test(links.replace(CODE, 'x'))) return undefined;
  // A bracket in code is none.
  if (links !== written && /`[^`]*[[\]][^`]*`/.test(written)) return undefined;
  return rowOf(
    links.replace(CODE, (_, code: string) => (/^ .* $/.test(code) ? code.slice(1, -1) : code)),
    line,
  );
}

/** One line with its bold words; `undefined` where its asterisks need the parser. */
function rowOf(written: string, line: number): Row | undefined {
  const lines = { start: line, end: line };
  if (/#\s*$/.test(written)) return undefined;
  if (!written.includes('*')) {
    const text = tidy(written);
    return { text, bold: '', rest: text, lines };
  }
  const runs = [...written.matchAll(/\*+/g)];
  if (runs.length % 2 > 0 || runs.length > MAX_STARS) return undefined;
  let bold = '';
  let rest = '';
  let opening = true;
  let from = 0;
  const add = (text: string, strong: boolean) => {
    if (text === '') return;
    if (!strong) opening = false;
    if (opening) bold += text;
    else rest += text;
  };
  for (let at = 0; at < runs.length; at += 2) {
    const left = runs[at];
    const right = runs[at + 1];
    if (!left || !right || left[0].length > 2 || left[0].length !== right[0].length) return undefined;
    const inner = written.slice(left.index + left[0].length, right.index);
    const before = written.charAt(left.index - 1);
    const next = written.charAt(right.index + right[0].length);
    // Only where both ends are beyond doubt.
    if ((before !== '' && before !== ' ') || !WORD_STARTS.test(inner)) return undefined;
    if (!(next === '' || next === ' ' ? /\S$/.test(inner) : AFTER.test(next) && WORD_ENDS.test(inner)))
      return undefined;
    add(written.slice(from, left.index), false);
    add(inner, left[0].length === 2);
    from = right.index + right[0].length;
  }
  add(written.slice(from), false);
  const all = tidy(bold + rest);
  return { text: all, bold: tidy(bold), rest: tidy(rest), lines };
}

const WORD_STARTS = /^\S/;
const WORD_ENDS = /[\p{L}\p{N}]$/u;
const AFTER = /^[.,:;!?)]$/;

function tidy(text: string): string {
  return text.includes('  ') ? text.replace(/\s+/g, ' ').trim() : text.trim();
}
