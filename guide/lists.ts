const OPEN = new Set(['(', '[', '{', '“', '«']);
const CLOSE = new Set([')', ']', '}', '”', '»']);

/** No list on one line is as long; the rest of such a line stays one part. */
const MAX_PARTS = 10_000;

/**
 * @param text an enumeration on one line: `Courage, Dream Team; Impact`
 * @returns its parts, trimmed, none empty. Commas inside numbers (`1,000`), brackets and quotation marks
 *   do not part; a slash parts only two quotations.
 */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (OPEN.has(char)) depth++;
    else if (CLOSE.has(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !quoted && parts.length < MAX_PARTS && isSeparator(text, at)) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function isSeparator(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === ';' || char === '|' || char === '·' || char === '•') return true;
  if (char === ',') return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
  return (
    char === '/' &&
    /["”]\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s?["“]/.test(text.slice(at + 1, at + 3))
  );
}
