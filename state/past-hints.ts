/** How long an excerpt may be, in letters. */
const LETTERS = 48;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LETTERS ? line : `${line.slice(0, LETTERS).trimEnd()}…`;
}

const isInWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter);

/**
 * What tells a saved state from the next later one, in a few words: what it has that went, or what it has not yet.
 *
 * @param text the state's text; @param later the text that came after it
 */
export function hintOf(text: string, later: string): string {
  if (text === later) return 'the same text';
  const most = Math.min(text.length, later.length);
  let start = 0;
  while (start < most && text[start] === later[start]) start++;
  let end = 0;
  while (end < most - start && text[text.length - 1 - end] === later[later.length - 1 - end]) end++;
  // Whole words are easier to know again.
  if (isInWord(text[start]) || isInWord(later[start])) while (start > 0 && isInWord(text[start - 1])) start--;
  if (isInWord(text[text.length - end - 1]) || isInWord(later[later.length - end - 1]))
    while (end > 0 && isInWord(text[text.length - end])) end--;
  const gone = excerpt(text.slice(start, text.length - end));
  const came = excerpt(later.slice(start, later.length - end));
  if (gone !== '' && !came.startsWith(gone)) return `with “${gone}”`;
  return came === '' ? 'with other blanks' : `before “${came}”`;
}
