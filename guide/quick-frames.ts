import type { Block } from './blocks.ts';
import { quickRow } from './quick-rows.ts';
import type { Row } from './rows.ts';

/** What no plain line of a quote begins with. */
const OPENS = /^(?:\s|[>#=|]|~~~|```|<|\[|[-*+](?:\s|$)|-{2,}|\*\s?\*|\d{1,9}[.)](?:\s|$))/;

/**
 * @param lines lines between two blank ones; @param at index of the first
 * @returns the paragraphs of a plain quote; `undefined` for anything else
 */
export function quickQuote(lines: readonly string[], at: number): Block[] | undefined {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  let from = at + 1;
  const close = (end: number) => {
    if (end >= from && rows.length > 0)
      blocks.push({ kind: 'text', rows, depth: -1, done: undefined, lines: { start: from, end } });
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    if (!/^>(?: |$)/.test(line)) return undefined;
    const text = line.slice(2).trimEnd();
    const number = at + index + 1;
    if (text === '') {
      close(number - 1);
      from = number + 1;
      continue;
    }
    const row = OPENS.test(text) ? undefined : quickRow(text, number);
    if (!row || row.text === '') return undefined;
    rows.push(row);
  }
  close(at + lines.length);
  return blocks;
}

const CELLS = /^\|(.*)\|\s*$/;

/**
 * @param lines lines between two blank ones; @param at index of the first
 * @returns the rows of a plain table with a bar at both ends of each line; `undefined` for anything else
 */
export function quickTable(lines: readonly string[], at: number): Block[] | undefined {
  const rule = cellsOf(lines[1] ?? '');
  if (!rule?.every((cell) => /^:?-+:?$/.test(cell))) return undefined;
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 1) continue;
    const lineNumber = at + index + 1;
    const own = { start: lineNumber, end: lineNumber };
    const cells = cellsOf(line);
    // Code may hold a bar.
    if (cells?.length !== rule.length || /[`\\]/.test(line)) return undefined;
    const rows: Row[] = [];
    for (const cell of cells) {
      const row = cell === '' ? { text: '', bold: '', rest: '', lines: own } : quickRow(cell, lineNumber);
      if (!row || (row.text === '' && cell !== '')) return undefined;
      rows.push(row);
    }
    blocks.push({ kind: 'cells', rows, depth: -1, done: undefined, lines: own });
  }
  return blocks;
}

function cellsOf(line: string): string[] | undefined {
  return CELLS.exec(line)?.[1]
    ?.split('|')
    .map((cell) => cell.trim());
}
