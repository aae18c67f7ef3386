import { type Decoded, decodeText, MAX_BYTES, tooLarge } from '../guide/decode.ts';
import { sortFiles } from '../guide/join-files.ts';

/** A file as the user chose or dropped it; read when it is wanted. */
export interface ChosenFile {
  /** With its folders, where it came in any. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** A file that became text. */
export interface BroughtFile {
  readonly name: string;
  readonly text: string;
  /** The heading that was put above it, `''` where it has one of its own. */
  readonly heading: string;
}

/** Files of a folder that are no part of a guide: hidden ones, and those of programs. */
const HIDDEN = /(^|\/)(\.|node_modules\/|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;
export const TEXT_NAME = /\.(md|mdx|markdown|mdown|txt|text|html?)$/i;
const HTML_NAME = /\.html?$/i;
/** More files than any guide has; a whole disk dropped by mistake must not hang the page. */
const MAX_FILES = 500;
/** So many are named of those that were left out for one reason; the rest is counted. */
const NAMED = 8;
const MEGABYTES = MAX_BYTES / 1024 / 1024;

type Read = Extract<Decoded, { outcome: 'text' }> | { readonly outcome: 'refused'; readonly reason: string };

async function readOne(file: ChosenFile): Promise<Read> {
  if (file.size > MAX_BYTES) return { outcome: 'refused', reason: `“${file.name}” ${tooLarge(file.size)}` };
  try {
    return decodeText(file.name, await file.read());
  } catch (error) {
    const reason = `“${file.name}” could not be read: ${String(error)}. Choose it again.`;
    return { outcome: 'refused', reason };
  }
}

/** What became of chosen files. */
export interface ReadFiles {
  readonly read: readonly BroughtFile[];
  /** Sentences about files that were refused, passed over or left out: each of them is in one. */
  readonly notes: readonly string[];
  /** Sentences about files that were read with care. */
  readonly cares: readonly string[];
}

/** What is known before files are read. */
export interface ReadOptions {
  /** Takes only those that look like text. */
  readonly isFolder: boolean;
  /** What was brought in before: all together stays within the most, and nothing is added twice unsaid. */
  readonly before: readonly BroughtFile[];
  /** What has become of that: a file that was mended or taken out since may be wanted again. */
  readonly text: string;
  /** Rich text to Markdown. */
  readonly fromHtml: (html: string) => string;
}

/** `“a.md”, “b.md” and 3 more`; names of files that were left out. */
function named(files: readonly { readonly name: string }[]): string {
  const names = files.slice(0, NAMED).map(({ name }) => `“${name}”`);
  const rest = files.length - names.length;
  if (rest > 0) return `${names.join(', ')} and ${rest} more`;
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

const wasOrWere = (files: readonly unknown[]) => (files.length === 1 ? 'was' : 'were');

/** Which of the chosen files are read, and what is said of the others. */
function sorted(chosen: readonly ChosenFile[], isFolder: boolean) {
  const notes: string[] = [];
  const all = sortFiles(chosen);
  const hidden = all.filter((file) => isFolder && HIDDEN.test(file.name));
  const others = all.filter((file) => isFolder && !HIDDEN.test(file.name) && !TEXT_NAME.test(file.name));
  const fitting = all.filter((file) => !hidden.includes(file) && !others.includes(file));
  if (others.length > 0)
    notes.push(
      `No Markdown, text or HTML, so passed over in the folder: ${named(others)}. Choose a file by itself to have it read all the same.`,
    );
  if (hidden.length > 0)
    notes.push(`Hidden, or a program’s own, so passed over in the folder: ${named(hidden)}.`);
  const tooMany = fitting.slice(MAX_FILES);
  if (tooMany.length > 0)
    notes.push(
      `Only ${MAX_FILES} files are read at a time; ${named(tooMany)} ${wasOrWere(tooMany)} left out. Bring them in next.`,
    );
  if (fitting.length === 0 && notes.length === 0)
    notes.push('There was no file to read. Choose one, or paste.');
  return { wanted: fitting.slice(0, MAX_FILES), notes };
}

/**
 * @param chosen in any order
 * @returns the files that became text, in name order, and what is to be said of the others; never rejects
 */
export async function readFiles(
  chosen: readonly ChosenFile[],
  { isFolder, before, text, fromHtml }: ReadOptions,
): Promise<ReadFiles> {
  const { wanted, notes } = sorted(chosen, isFolder);
  const cares: string[] = [];
  const read: BroughtFile[] = [];
  /** Which file a text came from, to tell the same text. */
  const known = new Map(
    before.filter((file) => text.includes(file.text)).map((file) => [file.text, file.name]),
  );
  const changed = new Set(before.map((file) => file.text).filter((each) => !known.has(each)));
  const tooMuch: ChosenFile[] = [];
  let total = before.reduce((sum, file) => sum + file.text.length, 0);
  for (const file of wanted) {
    const found = await readOne(file);
    if (found.outcome === 'refused') {
      notes.push(found.reason);
      continue;
    }
    const markdown = HTML_NAME.test(file.name) ? fromHtml(found.text) : found.text;
    const same = known.get(markdown);
    if (markdown.trim() === '') notes.push(`“${file.name}” is empty and was left out.`);
    else if (same !== undefined)
      notes.push(
        same === file.name
          ? `“${file.name}” is here already, letter by letter, and was not added again.`
          : `“${file.name}” has the same text as “${same}”, letter by letter, and was not added.`,
      );
    // A smaller one that comes later may still fit.
    else if (total + markdown.length > MAX_BYTES) tooMuch.push(file);
    else {
      total += markdown.length;
      known.set(markdown, file.name);
      if (found.remark !== '') cares.push(found.remark);
      if (changed.has(markdown))
        cares.push(
          `“${file.name}” was brought in before and changed here since. It was added once more: look for what is there twice.`,
        );
      read.push({ name: file.name, text: markdown, heading: '' });
    }
  }
  if (tooMuch.length > 0)
    notes.push(
      `${named(tooMuch)} would make the guide larger than ${MEGABYTES} MB and ${wasOrWere(tooMuch)} left out. Bring ${tooMuch.length === 1 ? 'it' : 'them'} in as a guide of ${tooMuch.length === 1 ? 'its' : 'their'} own.`,
    );
  return { read, notes, cares };
}
