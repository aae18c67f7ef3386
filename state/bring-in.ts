import { batch, computed, createModel, signal } from '@preact/signals';
import { type Decoded, decodeText, MAX_BYTES, tooLarge } from '../guide/decode.ts';
import { joinFiles, sortFiles } from '../guide/join-files.ts';

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
}

export interface BringInDeps {
  /** Rich text to Markdown; never throws, and nothing of the HTML runs or loads. */
  readonly fromHtml: (html: string) => string;
}

/** Files of a folder that are no part of a guide. */
const HIDDEN = /(^|\/)(\.|node_modules\/|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;
const TEXT_NAME = /\.(md|mdx|markdown|mdown|txt|text|html?)$/i;
const HTML_NAME = /\.html?$/i;
/** More files than any guide has; a whole disk dropped by mistake must not hang the page. */
const MAX_FILES = 500;

/** What the text calls itself: its first heading of the first two levels that is no story. */
function titleIn(text: string): string | undefined {
  const heading = /^#{1,2}[ \t]+(?!story\b)(.*\S)/im.exec(text.slice(0, 2000))?.[1] ?? '';
  const title = heading
    .replace(/[*_`[\]#]/g, '')
    .trim()
    .slice(0, 60)
    .trim();
  return title === '' ? undefined : title;
}

const withoutFolders = (name: string) => name.split('/').at(-1) ?? name;

/**
 * What is being brought in, until the user keeps it: files or pasted text become one Markdown text, which is
 * shown, may be mended, and is kept only on request.
 */
export const BringIn = createModel((deps: BringInDeps) => {
  const files = signal<readonly BroughtFile[]>([]);
  const name = signal('');
  /** What would be kept, as joined from the files or as mended by the user. */
  const text = signal('');
  /** The text as it came, to tell whether the user has mended it since. */
  let arrived = '';
  /** Counts up when `text` was replaced from outside the editor, so that the editor shows it. */
  const version = signal(0);
  /** Sentences about files that were refused, passed over or read with care. */
  const remarks = signal<readonly string[]>([]);
  /** Which bringing in this is; each has an undo of its own. */
  const round = signal(1);
  /** What was thrown away last, for undo. */
  const thrown = signal<{ readonly name: string; readonly text: string } | null>(null);
  const isReading = signal(false);
  /** Set while something waits to be kept or thrown away. */
  const isReviewing = signal(false);

  function show(next: string, nextName: string): void {
    batch(() => {
      text.value = next;
      arrived = next;
      if (name.peek() === '') name.value = nextName;
      version.value += 1;
      thrown.value = null;
      isReviewing.value = true;
    });
  }

  /** Adds to the end of what is there, a blank line between. */
  const after = (more: string) =>
    joinFiles([
      { name: '0', text: text.peek() },
      { name: '1', text: more },
    ]);

  async function readOne(file: ChosenFile): Promise<Decoded> {
    if (file.size > MAX_BYTES) return { outcome: 'refused', reason: `“${file.name}” ${tooLarge(file.size)}` };
    try {
      return decodeText(file.name, await file.read());
    } catch (error) {
      const reason = `“${file.name}” could not be read: ${String(error)}. Choose it again.`;
      return { outcome: 'refused', reason };
    }
  }

  /** Reads files and adds them to what is being brought in. `isFolder`: only those that look like text. */
  async function take(chosen: readonly ChosenFile[], isFolder: boolean): Promise<void> {
    const notes: string[] = [];
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
      notes.push(
        `Only the first ${MAX_FILES} of ${fitting.length} files were read. Bring in fewer at a time.`,
      );
    if (fitting.length === 0 && notes.length === 0)
      notes.push('There was no file to read. Choose one, or paste.');
    isReading.value = true;
    const read: BroughtFile[] = [];
    let total = files.peek().reduce((sum, file) => sum + file.text.length, 0);
    for (const file of fitting.slice(0, MAX_FILES)) {
      const found = await readOne(file);
      if (found.outcome === 'refused') notes.push(found.reason);
      else {
        const markdown = HTML_NAME.test(file.name) ? deps.fromHtml(found.text) : found.text;
        total += markdown.length;
        if (total > MAX_BYTES) {
          notes.push(
            `“${file.name}” would make the guide larger than ${MAX_BYTES / 1024 / 1024} MB and was left out.`,
          );
          break;
        }
        if (found.remark !== '') notes.push(found.remark);
        read.push({ name: file.name, text: markdown });
      }
    }
    batch(() => {
      isReading.value = false;
      remarks.value = [...remarks.peek(), ...notes];
      if (read.length === 0) return;
      const before = files.peek();
      files.value = sortFiles([...before, ...read]);
      const first = read[0]?.name ?? '';
      const folder = first.includes('/') ? first.split('/')[0] : undefined;
      const title = read.length > 1 && folder !== undefined ? folder : withoutFolders(first);
      // Files come in name order while nothing else was done to the text; what was written by hand stays.
      const isUntouched = text.peek() === (before.length > 0 ? arrived : '');
      show(isUntouched ? joinFiles(files.peek()) : after(joinFiles(read)), title.replace(TEXT_NAME, ''));
    });
  }

  function clear(): void {
    batch(() => {
      files.value = [];
      name.value = '';
      text.value = '';
      remarks.value = [];
      isReviewing.value = false;
      thrown.value = null;
      arrived = '';
      round.value += 1;
      version.value += 1;
    });
  }

  return {
    files,
    name,
    text,
    version,
    round,
    thrown,
    remarks,
    isReading,
    isReviewing,
    canKeep: computed(() => isReviewing.value && text.value.trim() !== ''),
    take,
    /** Takes what was pasted: the rich form when there is one, else the plain text. */
    paste(html: string, plain: string) {
      const markdown = html.trim() === '' ? plain : deps.fromHtml(html);
      const pasted = markdown.trim() === '' ? plain : markdown;
      if (pasted.trim() === '') {
        remarks.value = [...remarks.peek(), 'The clipboard holds no text. Copy the text again, then paste.'];
        return;
      }
      show(after(pasted), titleIn(pasted) ?? 'Pasted guide');
    },
    /** The user mended the text in the editor. */
    edit(next: string) {
      text.value = next;
    },
    /** Replaces the text as the user agreed to, marked headings for one. */
    replace(next: string) {
      show(next, name.peek());
    },
    /** An empty text to write into. */
    startEmpty(next: string) {
      show(next, 'New guide');
    },
    /** Forgets everything that was brought in; it was kept. */
    clear,
    /** Gives up what was brought in, until the user wants it back after all. */
    throwAway() {
      const last = { name: name.peek(), text: text.peek() };
      clear();
      if (last.text.trim() !== '') thrown.value = last;
    },
    /** Brings back what was thrown away. */
    undoThrow() {
      const last = thrown.peek();
      if (last === null) return;
      show(last.text, last.name);
    },
  };
});

export type BringInModel = InstanceType<typeof BringIn>;
