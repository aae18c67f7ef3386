import type { GuideFile } from '../guide/join-files.ts';

/** A heading of either kind that Markdown has. */
const HEADING = /^\uFEFF? {0,3}#{1,6}(?:[ \t]|$)|^ {0,3}\S.*\r?\n {0,3}(?:=+|-+)[ \t]*\r?$/m;
const NUMBERED = /^ {0,3}#{1,6}[ \t]+story[ \t]+#?(\d{1,3})\b/gim;
/** Longer first lines are the text already. */
const MAX_TITLE = 80;

/** What a file is called for a reader: no folders, no ending, no number before. */
function titleOfName(name: string): string {
  const bare = (name.split('/').at(-1) ?? name).replace(/\.[a-z]+$/i, '');
  const plain = bare
    .replace(/^\d+[\s._-]*(?=\p{L})/u, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return plain === '' ? bare : plain;
}

/** The first line where it reads as a title, the file's name otherwise. */
function titleOf({ name, text }: GuideFile): string {
  const line = /^\s*(\S[^\r\n]*)/.exec(text)?.[1] ?? '';
  const plain = line.replace(/[*_`]/g, '').trim();
  // A list, a quote, a table, a label with its text, or a sentence is no title.
  const isTitle = plain.length <= MAX_TITLE && /^[\p{L}\p{N}"“„«(]/u.test(plain) && !/:|[.!;,]$/.test(plain);
  return isTitle && !/^\d+[.)]\s/.test(plain) ? plain : titleOfName(name);
}

/**
 * One story a file: a file without any heading gets one.
 *
 * @param files in their order
 * @param before the text that they are added to, whose numbers are taken
 * @returns the same files, with the heading to put above each; `''` where it has one of its own
 */
export function withHeadings<T extends GuideFile>(
  files: readonly T[],
  before: string,
): (T & { readonly heading: string })[] {
  const numbers = (text: string) => [...text.matchAll(NUMBERED)].map(([, digits]) => Number(digits));
  const taken = new Set([before, ...files.map(({ text }) => text)].flatMap(numbers));
  let number = 0;
  return files.map((file) => {
    if (HEADING.test(file.text)) return { ...file, heading: '' };
    do number += 1;
    while (taken.has(number));
    const end = file.text.includes('\r\n') ? '\r\n' : '\n';
    return { ...file, heading: `## Story ${number}: ${titleOf(file)}${end}${end}` };
  });
}
