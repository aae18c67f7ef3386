import type { Block } from './blocks.ts';
import { quickQuote, quickTable } from './quick-frames.ts';
import { quickRow } from './quick-rows.ts';
import type { Row } from './rows.ts';

/**
 * Reads plain Markdown without the Markdown parser: headings, paragraphs, lists and bold words, which is what
 * nearly all of a guide is. Paragraphs, quotes and tables that need the parser, and the words of such list
 * items, are left as {@link Slow} pieces; at anything else it gives up, and the parser then reads all of it.
 * A test holds the answers against the parser's.
 *
 * @param lines the text's lines; @param start index of the piece's first line; @param end index after its last
 * @returns the piece's blocks; `undefined` where a line needs the parser, and all around it
 */
export function quickBlocks(
  lines: readonly string[],
  start: number,
  end: number,
): readonly (Block | Slow)[] | undefined {
  const reader = new Reader(lines, end);
  for (let at = start; at < end; at = reader.next) if (!reader.read(at)) return undefined;
  return reader.done();
}

/** Text for the parser which means the same wherever it stands. */
export interface Slow {
  readonly texts: readonly string[];
  /** Index of its first line. */
  readonly at: number;
  /** What the text is the words of; `undefined` for blocks of their own. */
  readonly as: Pick<Block, 'kind' | 'depth' | 'done'> | undefined;
}

/** Tells a piece for the parser from a block. */
export function isSlow(block: Block | Slow): block is Slow {
  return 'texts' in block;
}

interface Item {
  readonly indent: number;
  readonly content: number;
  readonly sign: string;
}

interface Draft extends Pick<Block, 'depth' | 'done'> {
  readonly kind: 'item' | 'text';
  readonly at: number;
  readonly rows: Row[];
  /** The lines without markers. */
  readonly texts: string[];
  isSlow: boolean;
}

/** Marks of blocks that only the parser knows, and characters that count as blanks somewhere. */
const NEEDS_PARSER = /[\p{Cc}]|[^\S ]|\]:/u;
const HEADING = /^(#{1,6}) +(\S.*?)$/;
const RULE = /^(?:(?:- ?){3,}|(?:\* ?){3,})$/;
const MARKER = /^( *)([-*+]|\d{1,9}[.)])( {1,4})(?! )(\S.*)$/;
const TASK = /^\[([ xX])\] +(?=\S)/;
const OPENS_BLOCK = /^(?:>|#|~~~|```|\[[ xX]\]$|[-*+]$|\d{1,9}[.)]$|\[[^\]]*$|[-*+] {5})/;
const UNDERLINE = /^(?:=+|-+)$/;
/** In a paragraph, what opens something that may go on after the next blank line. */
const OPENS_MORE = /^ *(?:```|~~~|<[a-z/!?]|[-*+](?: |$)|\d{1,9}[.)](?: |$))/i;
/** In a list item, what would not be words of it: HTML, or the second line of a table. */
const NO_WORDS = /^(?:<[a-z/!?]|[|: ]*-[|: -]*$)/i;

class Reader {
  /** Index of the line to be read next. */
  next = 0;
  readonly #lines: readonly string[];
  readonly #end: number;
  readonly #blocks: (Block | Slow)[] = [];
  /** Where the content of each open list item begins, the outermost first. */
  #items: Item[] = [];
  #open: Draft | undefined;
  #blank = true;
  /** Where the lines began that no blank line parts, and how many blocks stood before. */
  #run = { at: 0, blocks: 0 };

  constructor(lines: readonly string[], end: number) {
    this.#lines = lines;
    this.#end = end;
  }

  /** Reads the line at an index. `false`: it needs the parser, and so does all around it. */
  read(at: number): boolean {
    this.next = at + 1;
    const raw = this.#lines[at] ?? '';
    if (NEEDS_PARSER.test(raw)) return false;
    const text = raw.trim();
    if (text === '') {
      this.#close();
      this.#blank = true;
      return true;
    }
    const wasBlank = this.#blank;
    this.#blank = false;
    if (wasBlank) {
      this.#close();
      this.#run = { at, blocks: this.#blocks.length };
    }
    const indent = raw.length - raw.trimStart().length;
    const isRead = text.startsWith('#')
      ? this.#heading(text, indent, at)
      : RULE.test(text)
        ? this.#rule(wasBlank && indent === 0, at)
        : (this.#item(raw, indent, wasBlank, at) ?? this.#text(text, indent, wasBlank, at));
    return isRead || this.#leaveRun();
  }

  done(): readonly (Block | Slow)[] {
    this.#close();
    return this.#blocks;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const { kind, depth, done, at, rows, texts } = open;
    if (open.isSlow) this.#blocks.push({ texts, at, as: { kind, depth, done } });
    else {
      const lines = { start: rows[0]?.lines.start ?? 1, end: rows.at(-1)?.lines.end ?? 1 };
      this.#blocks.push({ kind, rows, depth, done, lines });
    }
  }

  #heading(text: string, indent: number, at: number): boolean {
    const [, marks = '', words = ''] = indent === 0 ? (HEADING.exec(text) ?? []) : [];
    if (words === '' || /#\s*$/.test(words) || NO_WORDS.test(words)) return false;
    const row = quickRow(words, at + 1);
    if (row?.text === '') return false;
    this.#close();
    this.#items = [];
    const as = { kind: 'heading', depth: marks.length, done: undefined } as const;
    this.#blocks.push(row ? { ...as, rows: [row], lines: row.lines } : { texts: [words], at, as });
    this.#blank = true;
    return true;
  }

  #rule(isAlone: boolean, at: number): boolean {
    if (!isAlone) return false;
    this.#items = [];
    const lines = { start: at + 1, end: at + 1 };
    this.#blocks.push({ kind: 'rule', rows: [], depth: -1, done: undefined, lines });
    this.#blank = true;
    return true;
  }

  /** `undefined`: no list item begins here. */
  #item(raw: string, indent: number, wasBlank: boolean, at: number): boolean | undefined {
    const marker = MARKER.exec(raw);
    if (!marker) return undefined;
    const [, , sign = '', gap = '', content = ''] = marker;
    if (MARKER.test(content) || OPENS_BLOCK.test(content) || RULE.test(content)) return false;
    const items = this.#items;
    while (items.length > 0 && indent < (items.at(-1)?.content ?? 0)) {
      const item = items.pop();
      if (item && indent >= item.indent && indent < item.content) {
        // A sibling stands where its list does; what stands between two levels is for the parser.
        if (indent !== item.indent || !sameList(item.sign, sign)) return false;
        items.push(item);
        break;
      }
    }
    const sibling = items.at(-1);
    const isSibling = sibling !== undefined && sibling.indent === indent;
    if (isSibling) items.pop();
    const outer = items.at(-1)?.content ?? 0;
    if (indent < outer || indent > outer + (items.length === 0 ? 0 : 3)) return false;
    // Only a list that begins with 1 may follow a paragraph at once.
    if (!isSibling && !wasBlank && /\d/.test(sign) && sign.slice(0, -1) !== '1') return false;
    const task = TASK.exec(content);
    const words = (task ? content.slice(task[0].length) : content).trimEnd();
    this.#close();
    items.push({ indent, content: indent + sign.length + gap.length, sign });
    const done = task ? task[1] !== ' ' : undefined;
    this.#open = { kind: 'item', at, rows: [], texts: [], depth: items.length - 1, done, isSlow: false };
    return this.#add(words, at) && !(this.#open.rows[0]?.text === '');
  }

  #text(text: string, indent: number, wasBlank: boolean, at: number): boolean {
    if (OPENS_BLOCK.test(text) || UNDERLINE.test(text)) return false;
    if (this.#open && !wasBlank) return this.#add(text, at);
    if (indent > 0) return false;
    this.#items = [];
    this.#open = { kind: 'text', at, rows: [], texts: [], depth: -1, done: undefined, isSlow: false };
    return this.#add(text, at) && !(this.#open.rows[0]?.text === '');
  }

  /** Adds a line to what is open. */
  #add(text: string, at: number): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    open.texts.push(text);
    const row = open.isSlow ? undefined : quickRow(text, at + 1);
    if (row) {
      if (row.text !== '' || open.rows.length === 0) open.rows.push(row);
      return true;
    }
    // A paragraph goes to the parser as it stands, with all that may be around its lines.
    if (open.kind === 'text' || open.texts.some((each) => NO_WORDS.test(each))) return false;
    open.isSlow = true;
    return true;
  }

  /** Leaves all lines up to the next blank one to the parser, where nothing before or after belongs to them. */
  #leaveRun(): boolean {
    const { at, blocks } = this.#run;
    const first = this.#lines[at] ?? '';
    if (/^ /.test(first) || first.startsWith('#') || RULE.test(first.trim())) return false;
    let end = at;
    for (; end < this.#end; end++) {
      const line = this.#lines[end] ?? '';
      if (line.trim() === '') break;
      if (NEEDS_PARSER.test(line) || OPENS_MORE.test(line)) return false;
    }
    this.#blocks.length = blocks;
    this.#open = undefined;
    this.#items = [];
    const texts = this.#lines.slice(at, end);
    const quick = quickQuote(texts, at) ?? quickTable(texts, at);
    if (quick) this.#blocks.push(...quick);
    else this.#blocks.push({ texts, at, as: undefined });
    this.next = end;
    return true;
  }
}

function sameList(one: string, other: string): boolean {
  return one.at(-1) === other.at(-1);
}

/** The words of a slow piece as its block; `undefined` where they turn out to be no plain words. */
export function blockOf({ as }: Slow, read: readonly Block[]): Block | undefined {
  const [block, ...others] = read;
  if (as === undefined || block?.kind !== 'text' || others.length > 0 || block.rows.length === 0)
    return undefined;
  if (block.rows.some(({ lines }) => lines.start !== lines.end)) return undefined;
  return { ...as, rows: block.rows, lines: block.lines };
}
