import { joinFiles, sortFiles } from '../guide/join-files.ts';
import { withHeadings } from './file-headings.ts';
import { type BroughtFile, TEXT_NAME } from './read-files.ts';

/** What a guide is called that is made of files with a story each. */
const MY_STORIES = 'My stories';

/** What is there before files are added. */
export interface Before {
  readonly files: readonly BroughtFile[];
  readonly text: string;
  /** The text as those files alone made it, to tell whether anything else was done to it since. */
  readonly fromFiles: string;
}

/** What is there with files added. */
export interface Added {
  readonly files: readonly BroughtFile[];
  /** What comes behind the text that was there; all of the text where `isWhole`. */
  readonly text: string;
  readonly isWhole: boolean;
  /** What the guide may be called. */
  readonly title: string;
}

/** Adds a text to the end of another, a blank line between. */
export const joined = (before: string, more: string): string =>
  joinFiles([
    { name: '0', text: before },
    { name: '1', text: more },
  ]);

/**
 * Adds files to what is being brought in. They go in among the earlier ones, by name, while nothing else was done to
 * the text; what was written by hand stays, and they come behind it.
 *
 * @param read the new files, one at least
 */
export function withFiles({ files, text, fromFiles }: Before, read: readonly BroughtFile[]): Added {
  const isWhole = text === (files.length > 0 ? fromFiles : '');
  const fresh = isWhole
    ? sortFiles([...files.map((file) => ({ ...file, heading: '' })), ...read])
    : sortFiles(read);
  const isMany = files.length + read.length > 1;
  const headed = isMany ? withHeadings(fresh, isWhole ? '' : text) : fresh;
  const all = isWhole ? headed : sortFiles([...files, ...headed]);
  const first = read[0]?.name ?? '';
  const folder = read.length > 1 && first.includes('/') ? first.split('/')[0] : undefined;
  const isStories = headed.some(({ heading }) => heading !== '');
  const title = folder ?? (isStories && isWhole ? MY_STORIES : (all[0]?.name ?? first));
  return {
    files: all,
    text: joinFiles(headed.map((file) => ({ name: file.name, text: file.heading + file.text }))),
    isWhole,
    title: (title.split('/').at(-1) ?? title).replace(TEXT_NAME, ''),
  };
}
