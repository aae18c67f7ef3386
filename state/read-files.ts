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

/** Files of a folder that are no part of a guide. */
const HIDDEN = /(^|\/)(\.|node_modules\/|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;
export const TEXT_NAME = /\.(md|mdx|markdown|mdown|txt|text|html?)$/i;
const HTML_NAME = /\.html?$/i;
/** More files than any guide has; a whole disk dropped by mistake must not hang the page. */
const MAX_FILES = 500;

async function readOne(file: ChosenFile): Promise<Decoded> {
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
  /** Sentences about files that were refused or passed over. */
  readonly notes: readonly string[];
  /** Sentences about files that were read with care. */
  readonly cares: readonly string[];
}

/**
 * @param chosen in any order
 * @param isFolder takes only those that look like text
 * @param size how much there is already, so that all together stays within the most
 * @param fromHtml rich text to Markdown
 * @returns the files that became text, in name order, and what is to be said of the others; never rejects
 */
export async function readFiles(
  chosen: readonly ChosenFile[],
  isFolder: boolean,
  size: number,
  fromHtml: (html: string) => string,
): Promise<ReadFiles> {
  const notes: string[] = [];
  const cares: string[] = [];
  const wanted = sortFiles(chosen.filter((file) => !isFolder || !HIDDEN.test(file.name)));
  const fitting = wanted.filter((file) => !isFolder || TEXT_NAME.test(file.name));
  if (fitting.length < wanted.length) {
    const count = wanted.length - fitting.length;
    notes.push(
      count === 1
        ? 'One file of the folder is no Markdown, text or HTML and was passed over.'
        : `${count} files of the folder are no Markdown, text or HTML and were passed over.`,
    );
  }
  if (fitting.length > MAX_FILES)
    notes.push(`Only the first ${MAX_FILES} of ${fitting.length} files were read. Bring in fewer at a time.`);
  if (fitting.length === 0 && notes.length === 0)
    notes.push('There was no file to read. Choose one, or paste.');
  const read: BroughtFile[] = [];
  let total = size;
  for (const file of fitting.slice(0, MAX_FILES)) {
    const found = await readOne(file);
    if (found.outcome === 'refused') notes.push(found.reason);
    else {
      const markdown = HTML_NAME.test(file.name) ? fromHtml(found.text) : found.text;
      if (markdown.trim() === '') {
        notes.push(`“${file.name}” is empty and was left out.`);
        continue;
      }
      total += markdown.length;
      if (total > MAX_BYTES) {
        notes.push(
          `“${file.name}” would make the guide larger than ${MAX_BYTES / 1024 / 1024} MB and was left out.`,
        );
        break;
      }
      if (found.remark !== '') cares.push(found.remark);
      read.push({ name: file.name, text: markdown, heading: '' });
    }
  }
  return { read, notes, cares };
}
