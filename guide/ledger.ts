import { lineAt, type Source } from './source.ts';
import type { Item, Lines } from './types.ts';

/** Remembers which lines of the text have found a place, so that the rest can be shown to the user. */
export interface Ledger {
  /** Notes that these lines stand in a field, or gave a section its name. */
  place(lines: Lines): void;
  has(line: number): boolean;
  /** One item for every non-blank line that was not placed, in order. */
  rest(): Item[];
}

/** Lines that hold nothing but Markdown marks: rules, fences, empty bullets and quotes. They say nothing. */
const ONLY_MARKS = /^[\s>#*+\-_=|:`~]*$/;

/** @param source the text that is being read; nothing is placed yet */
export function createLedger(source: Source): Ledger {
  const placed = new Set<number>();
  return {
    place({ start, end }) {
      for (let line = start; line <= end; line++) placed.add(line);
    },
    has: (line) => placed.has(line),
    rest() {
      const items: Item[] = [];
      source.lines.forEach((raw, index) => {
        const line = index + 1;
        if (placed.has(line) || ONLY_MARKS.test(raw)) return;
        items.push({ text: lineAt(source, line), lines: { start: line, end: line } });
      });
      return items;
    },
  };
}
