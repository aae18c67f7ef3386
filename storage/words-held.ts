import { diff } from './patch.ts';

/** More words than this that are gone are no correction, whatever came in their place. */
const MOST_CORRECTED = 3;

const isWordPart = (letter: string | undefined) =>
  letter !== undefined && /[\p{L}\p{N}\p{M}'’]/u.test(letter);

/** Whether anything of `before` is not in `after`: the change is more than an addition in one place. */
export function takesOut(before: string, after: string): boolean {
  const { start, end } = diff(before, after);
  return start + end < before.length;
}

/** How often each word stands in a text. */
function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** The words that `from` has more often than `than`, each as often as it is missing. */
function surplus(from: ReadonlyMap<string, number>, than: ReadonlyMap<string, number>): string[] {
  const found: string[] = [];
  for (const [word, count] of from)
    for (let missing = count - (than.get(word) ?? 0); missing > 0; missing--) found.push(word);
  return found;
}

/** How many letters are to be put in, taken out, changed or swapped with the next to make `b` of `a`. */
function lettersChanged(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const steps = [
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        steps.push((beforeLast[column - 2] ?? 0) + 1);
      now.push(Math.min(...steps));
    }
    beforeLast = last;
    last = now;
  }
  return last[b.length] ?? 0;
}

/** Whether `came` is `gone` typed on or spelt right. A number is a fact: another one is no correction of it. */
function isCorrection(gone: string, came: string): boolean {
  if (/\p{N}/u.test(gone)) return false;
  if (came.startsWith(gone)) return true;
  if (gone.length < 3 || gone.length > 40 || came.length > 40) return false;
  return lettersChanged(gone, came) <= 1 + Math.floor(gone.length / 8);
}

/**
 * Whether `after` still has the words of `before`, but for a few that are only typed on or corrected there. Where
 * they stand does not matter, nor how they are set apart. Takes time with what is between the first and the last
 * change.
 */
export function holdsWords(after: string, before: string): boolean {
  let { start, end } = diff(before, after);
  // Whole words on both sides: `wrok` and `work` differ in two letters, and that makes no words.
  while (start > 0 && isWordPart(before[start - 1])) start--;
  while (end > 0 && isWordPart(before[before.length - end])) end--;
  const wordsBefore = wordsOf(before.slice(start, before.length - end));
  const wordsAfter = wordsOf(after.slice(start, after.length - end));
  const gone = surplus(wordsBefore, wordsAfter);
  if (gone.length === 0) return true;
  if (gone.length > MOST_CORRECTED) return false;
  const came = surplus(wordsAfter, wordsBefore);
  return gone.every((word) => {
    const at = came.findIndex((other) => isCorrection(word, other));
    if (at >= 0) came.splice(at, 1);
    return at >= 0;
  });
}
