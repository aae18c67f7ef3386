/**
 * Cuts a long text where a new block begins anyway, because the Markdown parser's time grows faster than
 * the text does. A text of ordinary length stays in one piece.
 *
 * Known limit: in a long text, a link reference (`[text][ref]`) is only resolved within its own piece,
 * and a list or fence of more than {@link HARD} lines is read as two.
 */

/** Lines; a piece with fewer costs more to set up than to read. */
const LEAST = 60;
/** Lines; below this nothing is cut. The user's own guide has some 160. */
const WHOLE = 400;
/** Lines after which any unindented line that follows a blank one will do as a border. */
const SOFT = 400;
/** Lines after which a piece ends wherever it is. */
const HARD = 800;

/**
 * @param lines the text's lines
 * @returns the index (from 0) of every line at which a section begins beyond doubt; the first is always 0.
 *   Just that where a link is defined somewhere, which may be meant anywhere in the text.
 */
export function sectionStarts(lines: readonly string[]): number[] {
  const starts = [0];
  let fence = '';
  let html = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (DEFINITION.test(line)) return [0];
    if (
      index > 0 &&
      fence === '' &&
      !html &&
      line.startsWith('#') &&
      HEADING.test(line) &&
      isBlank(lines[index - 1])
    )
      starts.push(index);
    const first = line.trimStart().charAt(0);
    if (first === '`' || first === '~') {
      const mark = line.match(FENCE)?.[1];
      if (mark && fence === '') fence = mark;
      else if (mark?.startsWith(fence)) fence = '';
    }
    if (first === '<' && fence === '' && LONG_HTML.test(line)) html = true;
    if (html && LONG_HTML_END.test(line)) html = false;
  }
  return starts;
}

const DEFINITION = /^ {0,3}\[[^\]]+\]:/;

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

const HEADING = /^#{1,6}[ \t]/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LONG_HTML = /^ {0,3}<(?:!--|!\[CDATA\[|\?|pre\b|script\b|style\b|textarea\b)/i;
const LONG_HTML_END = /-->|\]\]>|\?>|<\/(?:pre|script|style|textarea)>/i;

/**
 * @param lines the text's lines
 * @returns the index (from 0) of the first line of every piece; the first is always 0
 */
export function chunkStarts(lines: readonly string[]): number[] {
  const starts = [0];
  if (lines.length <= WHOLE) return starts;
  let start = 0;
  let fence = '';
  let html = false;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const fresh = lines[index - 1] === '' && fence === '' && !html;
    const length = index - start;
    if (
      (fresh && ((length > LEAST && HEADING.test(line)) || (length > SOFT && /^\S/.test(line)))) ||
      length > HARD
    ) {
      starts.push(index);
      start = index;
      fence = '';
      html = false;
    }
    const mark = line.match(FENCE)?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence)) fence = '';
    if (fence === '' && LONG_HTML.test(line)) html = true;
    if (html && LONG_HTML_END.test(line)) html = false;
  }
  return starts;
}
