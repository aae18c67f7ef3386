import type { Source } from './source.ts';

/**
 * What the Markdown parser is given instead of the text.
 *
 * The parser walks every character and takes a time that grows with the square of some constructs
 * (nested lists, thousands of asterisks in one paragraph), and a guide is mostly plain words. So each
 * line goes to it with its plain tail replaced by one letter, which is put back when rows are built.
 * The line count stays the same. Lines that would cost too much (see the limits below) go as a single
 * letter: their marks are then shown as written, but none of their text is lost.
 */
export interface Shielded {
  readonly lines: readonly string[];
  /** By line number (from 1): the text that the last letter of the stand-in line stands for. */
  readonly tails: ReadonlyMap<number, string>;
}

/** Quotes and list markers opening on one line, beyond which nobody meant to nest. */
const MAX_MARKERS = 12;
/** Columns of indentation, likewise: twenty nested lists. */
const MAX_INDENT = 40;
/** Marks that may pair up, in one paragraph. The parser's time grows with the square of this. */
const MAX_MARKS = 400;

/** A tail shorter than this saves nothing. */
const MIN_TAIL = 8;

/** Anything that can be or end an inline construct; what follows the last one is plain words. */
const LAST_MARK = /[`*_[\]()>&;\\|!#~](?=[^`*_[\]()>&;\\|!#~]*$)/;
const PAIRING = /[`*_[\]<!]/g;
const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const OWN_BLOCK = /^[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|\|)/;
const BLOCK_PREFIX = /^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/;

/** @param source the guide's lines; @returns as many stand-in lines and what they stand for */
export function shield(source: Source): Shielded {
  const tails = new Map<number, string>();
  const costly = costlyLines(source.lines);
  const lines = source.lines.map((raw, index) => {
    const cut = costly.has(index) ? cutWhole(raw) : cutTail(raw);
    if (!cut) return raw.trim() === '' ? '' : raw;
    tails.set(index + 1, cut.tail);
    return `${cut.head}x`;
  });
  return { lines, tails };
}

interface Cut {
  readonly head: string;
  readonly tail: string;
}

function cutTail(raw: string): Cut | undefined {
  if (tooDeep(raw)) return { head: '', tail: raw.trim() };
  // An HTML block is known by its tag's name, which must not be cut.
  if (raw.includes('<')) return undefined;
  const from = (raw.match(LAST_MARK)?.index ?? -1) + 1;
  const letter = raw.slice(from).search(/\p{L}/u);
  if (letter < 0 || raw.length - from - letter < MIN_TAIL) return undefined;
  return { head: raw.slice(0, from + letter), tail: raw.slice(from + letter).trimEnd() };
}

function cutWhole(raw: string): Cut | undefined {
  const head = tooDeep(raw) ? '' : (raw.match(BLOCK_PREFIX)?.[0] ?? '');
  const tail = raw.slice(head.length).trim();
  return tail === '' ? undefined : { head, tail };
}

function tooDeep(raw: string): boolean {
  const prefix = raw.slice(0, 400).match(MARKERS)?.[0] ?? '';
  const markers = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  if (markers > MAX_MARKERS) return true;
  const indent = raw.match(/^[ \t]*/)?.[0] ?? '';
  return indent.replaceAll('\t', '    ').length > MAX_INDENT;
}

/** Lines (from 0) of paragraphs with so many marks that pairing them up would take seconds. */
function costlyLines(lines: readonly string[]): Set<number> {
  const costly = new Set<number>();
  let run: number[] = [];
  let marks = 0;
  const close = () => {
    if (marks > MAX_MARKS) for (const line of run) costly.add(line);
    run = [];
    marks = 0;
  };
  lines.forEach((raw, index) => {
    const blank = raw.trim() === '';
    if (blank || OWN_BLOCK.test(raw)) close();
    if (blank) return;
    run.push(index);
    marks += raw.match(PAIRING)?.length ?? 0;
  });
  close();
  return costly;
}
