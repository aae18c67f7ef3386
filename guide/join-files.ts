/** One file of a guide that is many. */
export interface GuideFile {
  /** With its folders, where it was in any: `stories/02-conflict.md`. */
  readonly name: string;
  readonly text: string;
}

const inNameOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** @returns the files as a person sorts them: `2` before `10`, letters' case aside */
export function sortFiles<T extends { readonly name: string }>(files: readonly T[]): T[] {
  return [...files].sort(
    (one, other) => inNameOrder.compare(one.name, other.name) || (one.name < other.name ? -1 : 1),
  );
}

/**
 * Makes one guide of many files: in name order, each file's text whole, a blank line between two. The line
 * ends that are added are those of the file before. A byte order mark stays at the beginning; within a text it
 * is none, and would hide the heading behind it.
 */
export function joinFiles(files: readonly GuideFile[]): string {
  return sortFiles(files)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .reduce((all, text) => (all === '' ? text : all + gapAfter(all) + text.replace(/^\uFEFF/, '')), '');
}

function gapAfter(text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return text.endsWith('\n') ? end : end + end;
}
