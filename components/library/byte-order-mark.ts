const MARK = '\uFEFF';

/**
 * Parts a text from a byte order mark at its beginning. The editor holds the rest only: there the mark would be a blank
 * in front of the cursor, which keys like Enter tidy away, and the file would not be what it was.
 *
 * @returns the mark, or `''`, and the rest
 */
export function parted(text: string): { readonly mark: string; readonly rest: string } {
  const mark = text.startsWith(MARK) ? MARK : '';
  return { mark, rest: text.slice(mark.length) };
}
