import { blocksOf } from './blocks.ts';
import { sourceOf } from './source.ts';

/** A heading of a text, which its owner may call a story. */
export interface HeadingLine {
  /** Counted from 1. */
  readonly line: number;
  readonly depth: number;
  readonly text: string;
}

const ALREADY = /^story\b/i;

/** @returns the headings of a text that are not called a story yet, in order */
export function headingsOf(text: string): HeadingLine[] {
  const source = sourceOf(text);
  return blocksOf(source)
    .filter((block) => block.kind === 'heading')
    .map(({ rows, lines, depth }) => ({
      line: lines.start,
      depth,
      text: rows.map((row) => row.text).join(' '),
    }))
    .filter((heading) => heading.text !== '' && !ALREADY.test(heading.text))
    .filter(({ line }) => placeIn(source.lines[line - 1] ?? '') !== undefined);
}

/**
 * Writes `Story N: ` (`## Story N: ` over a line of hyphens) into the headings on these lines. Nothing else
 * changes, not even a line end; counting
 * goes on from the highest number that the text has.
 *
 * @param lines line numbers from 1, as {@link headingsOf} gives them
 */
export function markStories(text: string, lines: readonly number[]): string {
  const wanted = new Set(lines);
  let number = highestNumber(text);
  let line = 0;
  return text
    .split(/(\r\n|\n|\r)/)
    .map((piece, index, pieces) => {
      // Splitting by one group puts the line ends at the odd places.
      if (index % 2 === 1) return piece;
      line += 1;
      const at = wanted.has(line) ? placeIn(piece) : undefined;
      if (at === undefined) return piece;
      number += 1;
      // A line of hyphens under "Label: text" is read as a rule, so such a heading gets a mark of its own.
      const isUnderlined =
        at === /^\uFEFF?[ ]{0,3}/.exec(piece)?.[0].length && /^ {0,3}-+\s*$/.test(pieces[index + 2] ?? '');
      return `${piece.slice(0, at)}${isUnderlined ? '## ' : ''}Story ${number}: ${piece.slice(at)}`;
    })
    .join('');
}

/** Where a heading's own words begin in its line; `undefined` where the line can't be marked. */
function placeIn(line: string): number | undefined {
  const marks = /^\uFEFF?[ ]{0,3}(?:#{1,6}[ \t]+)?/.exec(line)?.[0] ?? '';
  const rest = line.slice(marks.length);
  return rest === '' || /^[>#|`~]|^[-*+][ \t]/.test(rest) ? undefined : marks.length;
}

/** @returns the highest number that a story heading of this text has; 0 where none has one */
export function highestNumber(text: string): number {
  const numbers = [...text.matchAll(/^\s{0,3}#{1,6}\s+story\s+#?(\d{1,3})\b/gim)].map(([, digits]) =>
    Number(digits),
  );
  return Math.max(0, ...numbers);
}
