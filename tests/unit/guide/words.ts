import type { Guide } from '../../../guide/types.ts';

/**
 * The parser keeps its own account of placed lines. This looks at the result instead: the words themselves
 * must stand somewhere in the guide.
 *
 * @returns `line: word` for each word that is in no field. What names a section (a heading, a short text
 *   before a colon) may have been used up, and so may the head row of a table and a time.
 */
export function lostWords(text: string, guide: Guide): string[] {
  const kept = new Set(wordsOf(allTexts(guide).join(' ')));
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => {
    const isTableHead = /^[\s|:-]+$/.test(lines[index + 1] ?? '') && (lines[index + 1] ?? '').includes('-|');
    if (/^\s*#{1,6}(?:\s|$)/.test(line) || isTableHead || /^\s*(?:```|~~~)/.test(line)) return [];
    return wordsOf(contentOf(line))
      .filter((word) => !kept.has(word))
      .map((word) => `${index + 1}: ${word}`);
  });
}

function contentOf(line: string): string {
  const withoutUrls = line
    .replace(/\]\([^)]*\)/g, '] ')
    // A wiki link is shown by the heading or words that it names, not by its page.
    .replace(/\[\[[^[\]]*[#|]/g, '[[')
    .replace(/\*\*(?=\p{L}+\*\*\p{L})|(?<=\*\*\p{L})\*\*(?=\p{L})/gu, '');
  const named = withoutUrls.match(/^[^:.]{1,90}(?:[:.]\**(?:\s|$)|\*\*$)/)?.[0] ?? '';
  if (/time|length|target/i.test(named)) return '';
  return withoutUrls.slice(named.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every string in a value, except for codes and ids. */
function allTexts(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return ['id', 'story', 'situation', 'code', 'message'].includes(key) ? [] : [value];
  if (typeof value !== 'object' || value === null || key === 'problems') return [];
  return Object.entries(value).flatMap(([name, inner]) => allTexts(inner, Array.isArray(value) ? key : name));
}
