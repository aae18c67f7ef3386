/** What makes one text into another: what stays at both ends, and what stands between. */
export interface Patch {
  /** Code units that stay at the beginning. */
  readonly start: number;
  /** Code units that stay at the end. */
  readonly end: number;
  readonly insert: string;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** The patch that makes `text` of `base`. It never parts a surrogate pair. */
export function diff(base: string, text: string): Patch {
  const most = Math.min(base.length, text.length);
  let start = 0;
  while (start < most && base.charCodeAt(start) === text.charCodeAt(start)) start++;
  if (start > 0 && isHigh(base.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < most - start &&
    base.charCodeAt(base.length - 1 - end) === text.charCodeAt(text.length - 1 - end)
  )
    end++;
  if (end > 0 && isLow(base.charCodeAt(base.length - end))) end--;
  return { start, end, insert: text.slice(start, text.length - end) };
}

/** Applies a patch; `undefined` when it does not fit `base`. */
export function applyPatch(base: string, { start, end, insert }: Patch): string | undefined {
  if (start + end > base.length) return undefined;
  return base.slice(0, start) + insert + base.slice(base.length - end);
}
