import { parseGuide } from '../../../guide/parse.ts';
import type { Guide, Lines } from '../../../guide/types.ts';

/** The lines of a text as a reader counts them. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

/** Lines with a marked word (`word7x`) that stands in no field of the guide; headings may have been used up. */
export function lostLines(text: string): string[] {
  const { problems, ...said } = parseGuide(text);
  const kept = new Set(JSON.stringify(said).match(/word\d+x/g));
  // A heading that only holds other sections may have been used up; so is a label's or a table's name.
  return linesOf(text).filter(
    (line, index, lines) =>
      !isName(line, lines[index + 1]) && (line.match(/word\d+x/g) ?? []).some((word) => !kept.has(word)),
  );
}

/** Items of the guide whose first marked word does not stand in the lines that they name. */
export function misplacedItems(text: string): { text: string; lines: Lines }[] {
  const lines = linesOf(text);
  return itemsIn(parseGuide(text)).filter(({ text: said, lines: at }) => {
    const word = said.match(/word\d+x/)?.[0];
    return (
      word !== undefined &&
      !lines
        .slice(at.start - 1, at.end)
        .join('\n')
        .includes(word)
    );
  });
}

function isName(line: string, next = ''): boolean {
  return /^(?:#{1,6}\s|(?:<details>)?<summary>)/.test(line) || /^(?:-{3,}|={3,})$/.test(next);
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

function isLines(value: object): value is Lines {
  return (
    'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
  );
}

/** Every position that a guide names. */
export function positionsIn(guide: Guide): Lines[] {
  return objectsIn(guide).filter(isLines);
}

function itemsIn(guide: Guide): { text: string; lines: Lines }[] {
  return objectsIn(guide).flatMap((value) =>
    'text' in value && typeof value.text === 'string' && 'lines' in value && isLines(Object(value.lines))
      ? [{ text: value.text, lines: Object(value.lines) }]
      : [],
  );
}
