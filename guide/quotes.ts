/** Opening marks and the marks that close them. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['‚', '‘'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
]);

/**
 * @param text any text
 * @returns the text without the quotation marks around the whole of it; unchanged where it is not one
 *   quotation (`"this" and "that"`)
 */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const close = PAIRS.get(trimmed.charAt(0));
  // German „…“ is also closed with ” by many keyboards.
  const closes =
    close !== undefined &&
    trimmed.length > 1 &&
    (trimmed.endsWith(close) || (trimmed.startsWith('„') && trimmed.endsWith('”')));
  if (!closes) return trimmed;
  const inner = trimmed.slice(1, -1);
  return endsInside(inner, trimmed.charAt(0), close) ? trimmed : inner.trim();
}

/** Whether the opening mark is closed before the end: the first such mark inside stands after a word. */
function endsInside(inner: string, open: string, close: string): boolean {
  const first = inner.indexOf(close);
  if (first < 0) return false;
  if (open !== close) return !inner.slice(0, first).includes(open);
  if (open === "'") return /\S'(?=[\s,;.]).*'\S/.test(inner.slice(0, 2000));
  return first > 0 && /\S/.test(inner.charAt(first - 1)) && !/[\p{L}\p{N}]/u.test(inner.charAt(first + 1));
}
