import type { Block } from './blocks.ts';
import type { Row } from './rows.ts';

/**
 * Reads plain Markdown without the Markdown parser: headings, paragraphs, lists and bold words, which is what
 * nearly all of a guide is. It gives up on anything else, and the parser then reads the whole piece. A test
 * holds its answers against the parser's.
 *
 * @param lines the text's lines; @param start index of the piece's first line; @param end index after its last
 * @returns the piece's blocks; `undefined` where a line needs the parser
 */
export function quickBlocks(lines: readonly string[], start: number, end: number): Block[] | undefined {
  const blocks: Block[] = [];
  /** Where the content of each open list item begins, the outermost first. */
  let items: Item[] = [];
  let open: Draft | undefined;
  let blank = true;
  const close = () => {
    if (open)
      blocks.push({
        ...open,
        lines: { start: open.rows[0]?.lines.start ?? 1, end: open.rows.at(-1)?.lines.end ?? 1 },
      });
    open = undefined;
  };
  for (let at = start; at < end; at++) {
    const raw = lines[at] ?? '';
    if (NEEDS_PARSER.test(raw)) return undefined;
    const text = raw.trim();
    if (text === '') {
      close();
      blank = true;
      continue;
    }
    const wasBlank = blank;
    blank = false;
    const indent = raw.length - raw.trimStart().length;
    const first = text.charAt(0);
    if (first === '#') {
      const heading = indent === 0 ? HEADING.exec(text) : null;
      const row = heading && rowOf(heading[2] ?? '', at + 1);
      if (!heading || !row || row.text === '') return undefined;
      close();
      items = [];
      blocks.push({
        kind: 'heading',
        rows: [row],
        depth: heading[1]?.length ?? 1,
        done: undefined,
        lines: row.lines,
      });
      blank = true;
      continue;
    }
    if (RULE.test(text)) {
      if (!wasBlank || indent > 0) return undefined;
      items = [];
      blocks.push({
        kind: 'rule',
        rows: [],
        depth: -1,
        done: undefined,
        lines: { start: at + 1, end: at + 1 },
      });
      blank = true;
      continue;
    }
    const marker = MARKER.exec(raw);
    if (marker) {
      const [, , sign = '', gap = '', content = ''] = marker;
      if (MARKER.test(content) || OPENS_BLOCK.test(content) || RULE.test(content)) return undefined;
      while (items.length > 0 && indent < (items.at(-1)?.content ?? 0)) {
        const item = items.pop();
        if (item && indent >= item.indent && indent < item.content) {
          // A sibling stands where its list does; what stands between two levels is for the parser.
          if (indent !== item.indent || !sameList(item.sign, sign)) return undefined;
          items.push(item);
          break;
        }
      }
      const sibling = items.at(-1);
      const isSibling = sibling !== undefined && sibling.indent === indent;
      if (isSibling) items.pop();
      const outer = items.at(-1)?.content ?? 0;
      if (indent < outer || indent > outer + (items.length === 0 ? 0 : 3)) return undefined;
      // Only a list that begins with 1 may follow a paragraph at once.
      if (!isSibling && !wasBlank && /\d/.test(sign) && sign.slice(0, -1) !== '1') return undefined;
      const task = TASK.exec(content);
      const row = rowOf(task ? content.slice(task[0].length) : content, at + 1);
      if (!row || row.text === '') return undefined;
      close();
      items.push({ indent, content: indent + sign.length + gap.length, sign });
      open = { kind: 'item', rows: [row], depth: items.length - 1, done: task ? task[1] !== ' ' : undefined };
      continue;
    }
    if (OPENS_BLOCK.test(text) || UNDERLINE.test(text)) return undefined;
    const row = rowOf(text, at + 1);
    if (!row) return undefined;
    if (open && !wasBlank) {
      if (row.text !== '') open.rows.push(row);
      continue;
    }
    if (indent > 0) return undefined;
    items = [];
    if (row.text === '') return undefined;
    open = { kind: 'text', rows: [row], depth: -1, done: undefined };
  }
  close();
  return blocks;
}

interface Item {
  readonly indent: number;
  readonly content: number;
  readonly sign: string;
}

interface Draft {
  readonly kind: 'item' | 'text';
  readonly rows: Row[];
  readonly depth: number;
  readonly done: boolean | undefined;
}

/** Marks of other constructs, and characters that count as blanks somewhere. */
const NEEDS_PARSER = /[`\\_|\p{Cc}]|[^\S ]|<[a-z/!?]|&[#\w]|\]\(|\]\[|\]:|!\[/iu;
const HEADING = /^(#{1,6}) +(\S.*?)$/;
const RULE = /^(?:(?:- ?){3,}|(?:\* ?){3,})$/;
const MARKER = /^( *)([-*+]|\d{1,9}[.)])( {1,4})(?! )(\S.*)$/;
const TASK = /^\[([ xX])\] +(?=\S)/;
const OPENS_BLOCK = /^(?:>|#|~~~|\[[ xX]\]$|[-*+]$|\d{1,9}[.)]$|\[[^\]]*$|[-*+] {5})/;
const UNDERLINE = /^(?:=+|-+)$/;
const MAX_STARS = 40;

function sameList(one: string, other: string): boolean {
  return one.at(-1) === other.at(-1);
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
